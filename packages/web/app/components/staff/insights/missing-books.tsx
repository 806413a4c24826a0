import type { TextbookInsights } from "@ukhaan/core/learning";
import { number } from "~/i18n/format.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";

const shown = 12;

/** Grades and subjects whose questions found nothing, most first. */
export function MissingBooks({ gaps }: { gaps: TextbookInsights["gaps"] }) {
  const t = useWords("admin");
  const common = useWords("common");
  const subjects = useWords("subjects");
  const locale = useLocale();
  if (gaps.length === 0) return <p className="text-ink-soft">{t("noGaps")}</p>;
  return (
    <table className="w-full text-left tabular-nums">
      <thead>
        <tr className="border-b border-line text-sm text-ink-soft">
          <th scope="col" className="py-2 pr-3 font-normal">
            {t("gradeChoice")}, {t("subject").toLowerCase()}
          </th>
          <th scope="col" className="py-2 pr-3 text-right font-normal">
            {t("unansweredQuestions")}
          </th>
          <th scope="col" className="py-2 text-right font-normal">
            {t("share")}
          </th>
        </tr>
      </thead>
      <tbody>
        {gaps.slice(0, shown).map(({ grade, subject, questions, notInBooks }) => (
          <tr key={`${grade} ${subject}`} className="border-b border-line last:border-0">
            <th scope="row" className="py-2 pr-3 font-normal">
              {common("grade", { n: grade })} · {subject === undefined ? t("unknownSubject") : subjects(subject)}
            </th>
            <td className="py-2 pr-3 text-right">{number(locale, notInBooks)}</td>
            <td className="py-2 text-right">{Math.round((notInBooks / Math.max(1, questions)) * 100)} %</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
