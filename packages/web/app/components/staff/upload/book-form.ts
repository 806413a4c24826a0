import type { AddTextbookInput, Subject } from "@ukhaan/core/textbook/schema";
import type { admin } from "~/i18n/mn/admin.ts";

type Word = keyof typeof admin;
/** What is wrong with which field, as words of the `admin` area. */
export type BookProblems = Partial<Record<"file" | "title" | "subject" | "grade" | "year" | "edition", Word>>;

/** The limit that core sets on uploads, in bytes. */
export const maxUploadBytes = 80 * 1024 * 1024;

/** Title to begin with, from a file's name: `biologi_8-r-angi.pdf` → «biologi 8 r angi». */
export function titleFromFileName(fileName: string): string {
  return fileName
    .normalize("NFC")
    .replace(/\.pdf$/i, "")
    .replace(/[_\-\s]+/g, " ")
    .trim()
    .slice(0, 200);
}

/** What can be seen of a file before it is sent: its size, and whether it begins like a PDF. */
export async function fileProblem(file: File): Promise<Word | undefined> {
  if (file.size === 0) return "fileEmpty";
  if (file.size > maxUploadBytes) return "fileTooLarge";
  // The standard lets a few bytes stand before the mark; readers accept it within the first 1,024.
  const start = await file.slice(0, 1024).text();
  return start.includes("%PDF-") ? undefined : "fileNotPdf";
}

/** Checks the form's fields; the file is looked at by {@link fileProblem}. */
export function bookProblems(form: FormData): BookProblems {
  const whole = (name: string, from: number, to: number) => {
    const value = Number(form.get(name));
    return Number.isInteger(value) && value >= from && value <= to;
  };
  return {
    ...(text(form, "title").length < 2 && { title: "bookTitleMissing" as const }),
    ...(text(form, "subject") === "" && { subject: "subjectMissing" as const }),
    ...(!whole("grade", 1, 12) && { grade: "gradeMissing" as const }),
    ...(!whole("year", 1990, 2100) && { year: "yearWrong" as const }),
    ...(!whole("edition", 1, 99) && { edition: "editionWrong" as const }),
  };
}

/** The form as core takes it; core parses it again. */
export function readBookForm(form: FormData): AddTextbookInput {
  return {
    title: text(form, "title"),
    subject: text(form, "subject") as Subject,
    grade: Number(form.get("grade")),
    year: Number(form.get("year")),
    edition: Number(form.get("edition")),
    language: text(form, "language") as NonNullable<AddTextbookInput["language"]>,
    licence: text(form, "licence"),
    publisher: text(form, "publisher"),
    required: form.get("required") !== "no",
    ...(text(form, "replaces") && { replaces: text(form, "replaces") }),
    fileName: text(form, "fileName"),
    sizeBytes: Number(form.get("sizeBytes")),
  };
}

const text = (form: FormData, name: string) => String(form.get(name) ?? "").trim();
