import type { PupilActivity } from "@ukhaan/core/tutor/schema";
import { clockTime } from "~/i18n/format.ts";
import { useWords } from "~/i18n/use-words.ts";
import { Button } from "../../button.tsx";
import { Icon } from "../../icon.tsx";
import type { Asking } from "./chat-dialog.tsx";

export type ActivityRow = PupilActivity & { readonly name: string };

/** A class's day: each pupil's state and time, and what can be done about it. */
export function ActivityList({ rows, onAsk }: { rows: readonly ActivityRow[]; onAsk: (asking: Asking) => void }) {
  return (
    <ul className="sheet divide-y divide-line">
      {rows.map((row) => (
        <Row key={row.studentId} row={row} onAsk={onAsk} />
      ))}
    </ul>
  );
}

function Row({ row, onAsk }: { row: ActivityRow; onAsk: (asking: Asking) => void }) {
  const t = useWords("oversight");
  const { studentId, name, standing } = row;
  const pupil = { studentId, name };
  const held = standing.kind !== "active";
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 pr-2 pl-4">
      <div className="grid min-w-48 flex-1 gap-0.5">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <b className="font-semibold wrap-anywhere">{name}</b>
          <StateBadge standing={standing} />
        </p>
        <Use row={row} />
      </div>
      <div className="ml-auto flex gap-1">
        {held ? (
          <Button
            look="bare"
            icon="check"
            className="px-3"
            aria-label={t("liftOf", { name })}
            onClick={() => onAsk({ what: "lift", pupil })}
          >
            {t("lift")}
          </Button>
        ) : (
          <Button
            look="bare"
            icon="lock"
            className="px-3"
            aria-label={t("pauseOf", { name })}
            onClick={() => onAsk({ what: "pause", pupil })}
          >
            {t("pause")}
          </Button>
        )}
        <Button
          look="bare"
          icon="clock"
          className="px-3"
          aria-label={t("extendOf", { name })}
          onClick={() => onAsk({ what: "extend", pupil })}
        >
          {t("extend")}
        </Button>
      </div>
    </li>
  );
}

function Use({ row }: { row: ActivityRow }) {
  const t = useWords("oversight");
  const { questions, activeMinutes, questionLimit, minuteLimit, nightMinutes, extended } = row;
  const parts = [
    questions === 0 ? t("unused") : t("todayOf", { minutes: activeMinutes, minuteLimit, questions, questionLimit }),
    ...(nightMinutes > 0 ? [t("night", { n: nightMinutes })] : []),
    ...(extended ? [t("extended")] : []),
  ];
  return <p className="text-sm text-ink-soft">{parts.join(" · ")}</p>;
}

function StateBadge({ standing }: { standing: PupilActivity["standing"] }) {
  const t = useWords("oversight");
  if (standing.kind === "active") return null;
  const by = t(standing.by === "teacher" ? "byTeacher" : "byLedger");
  const state = standing.kind === "locked" ? t("stateLocked") : t("statePaused", { time: clockTime(standing.untilMs) });
  return (
    <span className="inline-flex items-center gap-1.5 rounded-full bg-sun-soft px-2.5 py-0.5 text-sm text-sun-ink">
      <Icon name={standing.kind === "locked" ? "lock" : "clock"} className="size-4" />
      {state} ({by})
    </span>
  );
}
