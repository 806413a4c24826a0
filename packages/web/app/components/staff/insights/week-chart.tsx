import { number } from "~/i18n/format.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";
import { weekName } from "./week-name.ts";

interface Week {
  readonly week: string;
  readonly questions: number;
  readonly notInBooks: number;
}

const height = 120;
const step = 36;

/** Questions week by week as bars, the unanswered part darker; the same numbers stand in the table under it. */
export function WeekChart({ weeks }: { weeks: readonly Week[] }) {
  const t = useWords("admin");
  const locale = useLocale();
  const most = Math.max(1, ...weeks.map(({ questions }) => questions));
  const tall = (value: number) => (value / most) * height;
  return (
    <div className="grid gap-3">
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${weeks.length * step} ${height}`}
        preserveAspectRatio="none"
        className="h-32 w-full border-b border-line"
      >
        {weeks.map(({ week, questions, notInBooks }, at) => (
          <g key={week}>
            <rect
              x={at * step + 5}
              y={height - tall(questions)}
              width={step - 10}
              height={tall(questions)}
              className="fill-lake/40"
            />
            <rect
              x={at * step + 5}
              y={height - tall(notInBooks)}
              width={step - 10}
              height={tall(notInBooks)}
              className="fill-sun"
            />
          </g>
        ))}
      </svg>
      <div className="overflow-x-auto">
        <table className="w-full text-left tabular-nums">
          <thead>
            <tr className="border-b border-line text-sm text-ink-soft">
              <th scope="col" className="py-2 pr-4 font-normal">
                {t("week")}
              </th>
              <th scope="col" className="py-2 pr-4 text-right font-normal">
                <Mark className="bg-lake/40" /> {t("allQuestions")}
              </th>
              <th scope="col" className="py-2 text-right font-normal">
                <Mark className="bg-sun" /> {t("unansweredQuestions")}
              </th>
            </tr>
          </thead>
          <tbody>
            {weeks.toReversed().map(({ week, questions, notInBooks }) => (
              <tr key={week} className="border-b border-line last:border-0">
                <th scope="row" className="py-2 pr-4 font-normal">
                  {weekName(locale, week)}
                </th>
                <td className="py-2 pr-4 text-right">{number(locale, questions)}</td>
                <td className="py-2 text-right">{number(locale, notInBooks)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

const Mark = ({ className }: { className: string }) => (
  <span aria-hidden="true" className={`inline-block size-3 rounded-sm ${className}`} />
);
