import { Link } from "@remix-run/react";
import type { TextbookInsights } from "@ukhaan/core/learning";
import { number } from "~/i18n/format.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";

/** Books that answers cited, most cited first, each with its weeks as a line of small bars. */
export function AskedBooks({ books }: { books: TextbookInsights["books"] }) {
  const t = useWords("admin");
  const common = useWords("common");
  const subjects = useWords("subjects");
  const locale = useLocale();
  const most = Math.max(1, ...books.flatMap(({ byWeek }) => byWeek));
  return (
    <ol className="divide-y divide-line">
      {books.map(({ textbookId, title, grade, subject, questions, byWeek }) => (
        <li key={textbookId} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
          <div className="min-w-0 flex-[1_1_12rem]">
            {title === undefined ? (
              <span className="text-ink-soft">{t("deletedBook")}</span>
            ) : (
              <Link to={`/admin/textbooks/${textbookId}`} className="wrap-anywhere text-lake-deep hover:underline">
                {title}
              </Link>
            )}
            <p className="text-sm text-ink-soft">
              {[grade && common("grade", { n: grade }), subject && subjects(subject)].filter(Boolean).join(" · ")}
            </p>
          </div>
          <div className="ml-auto flex items-center gap-4">
            <Bars values={byWeek} most={most} label={t("trendText", { values: byWeek.join(", ") })} />
            <p className="min-w-16 text-right tabular-nums">
              <b className="font-medium">{number(locale, questions)}</b>{" "}
              <span className="block text-sm text-ink-soft">{t("questionsWord")}</span>
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function Bars({ values, most, label }: { values: readonly number[]; most: number; label: string }) {
  const [step, height] = [8, 32];
  return (
    <>
      <span className="sr-only">{label}</span>
      <svg aria-hidden="true" width={values.length * step} height={height} className="shrink-0 border-b border-line">
        {values.map((value, at) => {
          const tall = (value / most) * height;
          return (
            // Weeks keep their places.
            // oxlint-disable-next-line react/no-array-index-key
            <rect key={at} x={at * step + 1} y={height - tall} width={step - 2} height={tall} className="fill-lake" />
          );
        })}
      </svg>
    </>
  );
}
