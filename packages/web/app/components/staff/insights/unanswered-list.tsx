import type { TextbookInsights } from "@ukhaan/core/learning";
import { number } from "~/i18n/format.ts";
import { useLocale, useWords } from "~/i18n/use-words.ts";
import { weekName } from "./week-name.ts";

/** Questions that several pupils asked and no book could answer: a table where there is room, else one under the other. */
export function UnansweredList({ questions }: { questions: TextbookInsights["unanswered"] }) {
  const t = useWords("admin");
  const common = useWords("common");
  const subjects = useWords("subjects");
  const locale = useLocale();
  if (questions.length === 0) return <p className="text-ink-soft">{t("noUnanswered")}</p>;
  return (
    <ul className="divide-y divide-line">
      {questions.map(({ questionHash, question, grades, subject, pupils, questions: count, week }) => (
        <li key={questionHash} className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[minmax(0,1fr)_auto]">
          <p className="font-medium wrap-anywhere">{question}</p>
          <p className="text-sm tabular-nums sm:text-right">
            {t("pupilsCount")}: <b className="font-medium">{number(locale, pupils)}</b> · {t("questionsWord")}:{" "}
            <b className="font-medium">{number(locale, count)}</b>
          </p>
          <p className="text-sm text-ink-soft sm:col-span-2">
            {[
              grades.map((grade) => common("grade", { n: grade })).join(", "),
              ...(subject === undefined ? [] : [subjects(subject)]),
              `${t("lastAsked")}: ${weekName(locale, week)}`,
            ].join(" · ")}
          </p>
        </li>
      ))}
    </ul>
  );
}
