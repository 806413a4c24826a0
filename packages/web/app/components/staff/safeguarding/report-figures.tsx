import { flagKinds, type SafetyReport } from "@ukhaan/core/safety/schema";
import { duration, number } from "~/i18n/format.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";
import { Meter } from "../meter.tsx";

/** The figures a head teacher asks for, in words. */
export function ReportFigures({ report }: { report: SafetyReport }) {
  const t = useWords("safeguarding");
  const locale = useLocale();
  const { total, waiting, overdue, falseAlarms, medianResponseMs, withinDeadline } = report;
  const figures = [
    [t("reportTotal"), number(locale, total)],
    [t("reportWaiting"), number(locale, waiting)],
    [t("reportOverdue"), number(locale, overdue)],
    [
      t("reportMedian"),
      medianResponseMs === undefined ? t("reportNone") : duration(locale, roundedS(medianResponseMs / 1000)),
    ],
    [t("reportInTime"), withinDeadline === undefined ? t("reportNone") : `${Math.floor(withinDeadline * 100)} %`],
    [t("reportFalse"), number(locale, falseAlarms)],
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3">
      {figures.map(([label, value]) => (
        <div key={label} className="sheet flex flex-col-reverse justify-end gap-1 p-4">
          <dt className="text-sm text-ink-soft">{label}</dt>
          <dd className="text-xl font-semibold tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Seconds matter in the first minutes only. */
const roundedS = (seconds: number) => (seconds < 600 ? seconds : Math.round(seconds / 60) * 60);

export function ReportWeeks({ report }: { report: SafetyReport }) {
  const t = useWords("safeguarding");
  const most = Math.max(1, ...report.weeks.map(({ total }) => total));
  const [last, now] = report.weeks.slice(-2).map(({ total }) => total);
  const more = (now ?? 0) - (last ?? 0);
  const trend = more > 0 ? "reportTrendUp" : more < 0 ? "reportTrendDown" : "reportTrendSame";
  return (
    <section className="grid gap-3">
      <h2 className="text-xl">{t("reportWeeks")}</h2>
      <p className="text-ink-soft">{t(trend, { n: Math.abs(more) })}</p>
      <div className="sheet grid gap-3 p-4">
        {report.weeks.map(({ monday, total }) => (
          <Meter
            key={monday}
            label={t("reportWeek", { date: monday.slice(5).replace("-", ".") })}
            value={total}
            max={most}
            text={t("reportWeekCount", { n: total })}
          />
        ))}
      </div>
    </section>
  );
}

export function ReportKinds({ report }: { report: SafetyReport }) {
  const t = useWords("safeguarding");
  const counts = flagKinds
    .map((kind) => ({ kind, count: report.weeks.reduce((sum, { byKind }) => sum + (byKind[kind] ?? 0), 0) }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count);
  return (
    <section className="grid gap-3">
      <h2 className="text-xl">{t("reportKinds")}</h2>
      {counts.length === 0 ? (
        <p className="text-ink-soft">{t("reportQuiet")}</p>
      ) : (
        <div className="sheet grid gap-3 p-4">
          {counts.map(({ kind, count }) => (
            <Meter
              key={kind}
              label={t(`kind-${kind}`)}
              value={count}
              max={Math.max(1, report.total)}
              text={t("reportWeekCount", { n: count })}
            />
          ))}
        </div>
      )}
    </section>
  );
}
