import { AddTextbookInput } from "@ukhaan/core/textbook/schema";
import { expect, test } from "vitest";
import { bookProblems, fileProblem, maxUploadBytes, readBookForm, titleFromFileName } from "./book-form.ts";

const filled = {
  title: "Физик VIII",
  subject: "physics",
  grade: "8",
  year: "2024",
  edition: "1",
  language: "mn",
  licence: "",
  publisher: "",
  fileName: "fizik-8.pdf",
  sizeBytes: "1000",
};

function form(changes: Partial<typeof filled> = {}): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...filled, ...changes })) data.set(name, value);
  return data;
}

test("a filled form is taken by core as it is read", () => {
  expect(bookProblems(form())).toEqual({});
  expect(AddTextbookInput.safeParse(readBookForm(form())).success).toBe(true);
});

test.each([
  [{ title: " Ф " }, { title: "bookTitleMissing" }],
  [{ subject: "" }, { subject: "subjectMissing" }],
  [{ grade: "" }, { grade: "gradeMissing" }],
  [{ grade: "13" }, { grade: "gradeMissing" }],
  [{ year: "24" }, { year: "yearWrong" }],
  [{ year: "2024.5" }, { year: "yearWrong" }],
  [{ edition: "0" }, { edition: "editionWrong" }],
] as const)("%j is told at its field, and core would refuse it too", (changes, problems) => {
  expect(bookProblems(form(changes))).toEqual(problems);
  expect(AddTextbookInput.safeParse(readBookForm(form(changes))).success).toBe(false);
});

test("the limit shown here is core's", () => {
  const size = (sizeBytes: number) =>
    AddTextbookInput.safeParse(readBookForm(form({ sizeBytes: String(sizeBytes) }))).success;
  expect([size(maxUploadBytes), size(maxUploadBytes + 1)]).toEqual([true, false]);
});

test.each([
  ["a PDF", "%PDF-1.7 …", undefined],
  ["a PDF after a mark of byte order", "\uFEFF%PDF-1.4", undefined],
  ["a Word file that was renamed", "PK\u0003\u0004", "fileNotPdf"],
  ["nothing", "", "fileEmpty"],
])("%s is judged by its first bytes", async (_what, bytes, problem) => {
  expect(await fileProblem(new File([bytes], "nom.pdf"))).toBe(problem);
});

test.each([
  ["biologi_8-r-angi.pdf", "biologi 8 r angi"],
  ["Физик VIII.PDF", "Физик VIII"],
  ["  ", ""],
])("the file %j suggests the title %j", (fileName, title) => {
  expect(titleFromFileName(fileName)).toBe(title);
});
