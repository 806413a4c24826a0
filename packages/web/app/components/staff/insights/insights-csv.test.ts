import type { TextbookInsights } from "@ukhaan/core/learning";
import { expect, test } from "vitest";
import { admin } from "~/i18n/mn/admin.ts";
import { subjects } from "~/i18n/mn/subjects.ts";
import { translator } from "~/i18n/words.ts";
import { insightsCsv } from "./insights-csv.ts";

const words = { t: translator("mn", admin), subjects: translator("mn", subjects) };
const insights: TextbookInsights = {
  fromDay: "2026-11-16",
  toDay: "2026-11-21",
  weeks: [{ week: "2026-11-16", questions: 12, notInBooks: 3 }],
  books: [{ textbookId: "tbk_1", title: "Физик, VIII", subject: "physics", grade: 8, questions: 9, byWeek: [9] }],
  gaps: [{ grade: 8, questions: 4, notInBooks: 3 }],
  unanswered: [
    {
      week: "2026-11-16",
      questionHash: "x",
      question: '=SUM(1) гэж "юу" вэ',
      grades: [8, 9],
      questions: 5,
      pupils: 4,
    },
  ],
  minPupils: 3,
};

test("figures are a table that spreadsheets open in Cyrillic, and no question becomes a formula", () => {
  const csv = insightsCsv(insights, words);
  expect(csv.startsWith("\uFEFF")).toBe(true);
  const lines = csv.split("\r\n");
  expect(lines).toContain("2026-11-16,12,3");
  expect(lines).toContain('"Физик, VIII",8,Физик,9,9');
  expect(lines).toContain("8,Хичээл тодорхойгүй,3,4");
  expect(lines).toContain(`"'=SUM(1) гэж ""юу"" вэ",8 9,,4,5,2026-11-16`);
});
