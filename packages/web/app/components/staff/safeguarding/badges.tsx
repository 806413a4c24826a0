import type { FlagSeverity, FlagView } from "@ukhaan/core/safety/schema";
import { duration } from "~/i18n/format.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";
import { useCountdown } from "../../countdown.ts";
import { Icon } from "../../icon.tsx";

const looks: Readonly<Record<FlagSeverity, string>> = {
  urgent: "bg-danger-soft text-danger",
  high: "bg-sun-soft text-sun-ink",
  normal: "bg-sunken text-ink-soft",
};

export function SeverityBadge({ severity }: { severity: FlagSeverity }) {
  const t = useWords("safeguarding");
  return (
    <span className={`inline-flex items-center rounded-full px-2.5 py-0.5 text-sm font-medium ${looks[severity]}`}>
      {t(`severity-${severity}`)}
    </span>
  );
}

/** How long is left to acknowledge an open flag; the state of any other. */
export function Due({ flag }: { flag: Pick<FlagView, "state" | "dueAtMs"> }) {
  const t = useWords("safeguarding");
  const locale = useLocale();
  const leftS = useCountdown(flag.state === "open" ? flag.dueAtMs : undefined);
  if (flag.state !== "open") return <span className="text-sm text-ink-soft">{t(`state-${flag.state}`)}</span>;
  const isLate = leftS === 0;
  return (
    <span
      // Server and browser count a second apart.
      suppressHydrationWarning
      className={`inline-flex items-center gap-1.5 text-sm font-medium tabular-nums ${isLate ? "text-danger" : "text-ink"}`}
    >
      <Icon name="clock" className="size-4" />
      <span suppressHydrationWarning>{isLate ? t("overdue") : t("timeLeft", { time: duration(locale, leftS) })}</span>
    </span>
  );
}
