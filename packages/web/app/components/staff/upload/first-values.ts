import type { Subject, TextbookView } from "@ukhaan/core/textbook/schema";
import { subjects as subjectNames } from "~/i18n/mn/subjects.ts";
import { type GuessedFields, guessFields } from "./guess-fields.ts";
import type { BookValues } from "./upload-item.ts";

/** What a file's fields begin with: what its name tells, or, for a new edition, what is known of the one before. */
export function firstValues(fileName: string, thisYear: number, former: TextbookView | undefined): BookValues {
  const guessed = guessFields(fileName);
  if (former) {
    return {
      ...valuesOfBook(former),
      year: String(guessed.year ?? thisYear),
      edition: String(Math.max(guessed.edition ?? 0, former.edition + 1)),
      replaces: former.textbookId,
    };
  }
  return {
    title: titleFrom(guessed),
    subject: guessed.subject ?? "",
    grade: guessed.grade === undefined ? "" : String(guessed.grade),
    year: String(guessed.year ?? thisYear),
    edition: String(guessed.edition ?? 1),
    language: languageOf(guessed.subject),
    licence: "",
    publisher: "",
    required: "yes",
    replaces: "",
  };
}

/** A book's facts as its fields show them. */
export function valuesOfBook(book: TextbookView): BookValues {
  const { title, subject, grade, year, edition, language, licence, publisher, required, replaces = "" } = book;
  return {
    title,
    subject,
    grade: String(grade),
    year: String(year),
    edition: String(edition),
    language,
    licence,
    publisher,
    required: required ? "yes" : "no",
    replaces,
  };
}

const romans = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/** As Mongolian books are called («Биологи IX»), where the file was named in Latin letters, after nothing but these two. */
function titleFrom({ title, subject, grade }: GuessedFields): string {
  const isPlain = /^[\s\w-]{1,24}$/.test(title);
  const isForeign = subject === "english" || subject === "russian";
  if (!isPlain || isForeign || subject === undefined || grade === undefined) return title;
  return `${subjectNames[subject]} ${romans[grade]}`;
}

/** Books that teach a language are mostly written in it. */
function languageOf(subject: Subject | undefined): string {
  if (subject === "english") return "en";
  return subject === "russian" ? "ru" : "mn";
}
