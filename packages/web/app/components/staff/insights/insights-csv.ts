import type { TextbookInsights } from "@ukhaan/core/learning";
import type { Translate } from "~/i18n/words.ts";
import type { Areas } from "~/i18n/areas.ts";

interface Words {
  readonly t: Translate<Areas["admin"]>;
  readonly subjects: Translate<Areas["subjects"]>;
}

type Cell = string | number;

/**
 * The figures as a table for spreadsheets: UTF-8 with its mark (Excel needs it for Cyrillic), commas, CRLF (RFC 4180).
 * Section by section, each with its own heading line.
 */
export function insightsCsv(insights: TextbookInsights, { t, subjects }: Words): string {
  const { weeks, books, gaps, unanswered, fromDay, toDay } = insights;
  const subjectName = (subject: Parameters<typeof subjects>[0] | undefined) =>
    subject === undefined ? t("unknownSubject") : subjects(subject);
  const rows: readonly (readonly Cell[])[] = [
    [t("insightsTitle"), fromDay, toDay],
    [],
    [t("week"), t("allQuestions"), t("unansweredQuestions")],
    ...weeks.map(({ week, questions, notInBooks }) => [week, questions, notInBooks]),
    [],
    [t("book"), t("gradeChoice"), t("subject"), t("questionsWord"), ...weeks.map(({ week }) => week)],
    ...books.map(({ title, grade, subject, questions, byWeek }) => [
      title ?? t("deletedBook"),
      grade ?? "",
      subject === undefined ? "" : subjects(subject),
      questions,
      ...byWeek,
    ]),
    [],
    [t("gradeChoice"), t("subject"), t("unansweredQuestions"), t("allQuestions")],
    ...gaps.map(({ grade, subject, questions, notInBooks }) => [grade, subjectName(subject), notInBooks, questions]),
    [],
    [t("question"), t("gradeChoice"), t("subject"), t("pupilsCount"), t("questionsWord"), t("lastAsked")],
    ...unanswered.map(({ question, grades, subject, pupils, questions, week }) => [
      question,
      grades.join(" "),
      subject === undefined ? "" : subjects(subject),
      pupils,
      questions,
      week,
    ]),
  ];
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function cell(value: Cell): string {
  if (typeof value === "number") return String(value);
  // A pupil's question that begins like a formula must not become one (CSV injection, OWASP).
  const harmless = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
