import type { TextbookView } from "@ukhaan/core/textbook/schema";
import { expect, test } from "vitest";
import { firstValues } from "./first-values.ts";

test.each([
  ["Физик-8_2019.pdf", { title: "Физик 8", subject: "physics", grade: "8", year: "2019", language: "mn" }],
  ["biologi_9.pdf", { title: "Биологи IX", subject: "biology", grade: "9", year: "2026" }],
  ["English 7.pdf", { title: "English 7", language: "en" }],
  ["scan0001.pdf", { title: "scan0001", subject: "", grade: "", edition: "1", required: "yes", replaces: "" }],
] as const)("«%s» begins with %j", (fileName, values) => {
  expect(firstValues(fileName, 2026, undefined)).toMatchObject(values);
});

test("a new edition begins with what is known of the one before, a number higher", () => {
  const former = {
    textbookId: "tbk_1",
    title: "Физик VIII",
    subject: "physics",
    grade: 8,
    year: 2019,
    edition: 2,
    language: "mn",
    licence: "CC BY",
    publisher: "Хэвлэх үйлдвэр",
    required: false,
  } as TextbookView;
  expect(firstValues("x.pdf", 2026, former)).toEqual({
    title: "Физик VIII",
    subject: "physics",
    grade: "8",
    year: "2026",
    edition: "3",
    language: "mn",
    licence: "CC BY",
    publisher: "Хэвлэх үйлдвэр",
    required: "no",
    replaces: "tbk_1",
  });
});
