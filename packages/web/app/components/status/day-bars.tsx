import type { PartHistory } from "@ukhaan/core/health";
import { date } from "~/i18n/format.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";
import { dayLook, shareInWords } from "./share.ts";

const fills = { good: "fill-good", partly: "fill-sun", bad: "fill-danger", unknown: "fill-line" } as const;
const step = 4;
const height = 32;

/** The last 90 days of one part, a bar each, and in words the days on which it did not always work. */
export function DayBars({ days, upShare }: Pick<PartHistory, "days" | "upShare">) {
  const t = useWords("status");
  const locale = useLocale();
  const uptime = upShare === undefined ? t("noHistory") : t("uptime", { percent: shareInWords(upShare) });
  const trouble = days.flatMap(({ day, upShare: share }) =>
    share === undefined || share === 1 ? [] : [{ day, share }],
  );
  return (
    <div className="grid gap-1.5">
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${days.length * step} ${height}`}
        preserveAspectRatio="none"
        className="h-8 w-full"
      >
        {days.map(({ day, upShare: share }, at) => (
          <rect key={day} x={at * step} width={step - 1} height={height} className={fills[dayLook(share)]} />
        ))}
      </svg>
      <p className="sr-only">{uptime}</p>
      <p className="flex justify-between gap-3 text-sm text-ink-soft" aria-hidden="true">
        <span>{t("daysAgo")}</span>
        <span className="text-center tabular-nums">{upShare === undefined ? "" : shareInWords(upShare)}</span>
        <span>{t("today")}</span>
      </p>
      {trouble.length > 0 && (
        <details className="text-sm">
          <summary className="inline-flex min-h-11 items-center text-ink-soft">{t("troubleDays")}</summary>
          <ul className="grid gap-1 tabular-nums">
            {trouble.toReversed().map(({ day, share }) => (
              <li key={day}>
                {t("troubleDay", { day: date(locale, Date.parse(`${day}T00:00+08:00`)), percent: shareInWords(share) })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
