import type { Citation, Passage } from "../../textbook/schema.ts";
import { shownExcerpt } from "./screened-passage.ts";

const excerptLength = 160;

/** A passage as the pupil sees it cited: number, book, place, first words. */
export function citePassage(passage: Passage, number: number): Citation {
  const { chapter, section, printedPage } = passage;
  return {
    number,
    passageId: passage.passageId,
    textbookId: passage.textbookId,
    bookTitle: passage.bookTitle,
    grade: passage.grade,
    subject: passage.subject,
    ...(chapter === undefined ? {} : { chapter }),
    ...(section === undefined ? {} : { section }),
    pdfPage: passage.pdfPage,
    ...(printedPage === undefined ? {} : { printedPage }),
    // Its text came out garbled: the page itself is shown.
    excerpt: passage.useImage === true ? "" : firstWords(shownExcerpt(passage), excerptLength),
  };
}

/** Citations whose number stands in the text; all of them when the text cites nothing. */
export function citedOnly(text: string, citations: readonly Citation[]): readonly Citation[] {
  const numbers = new Set(
    [...text.matchAll(/\[([\d,\s]+)\]/gu)].flatMap(([, list]) => (list ?? "").split(",")).map(Number),
  );
  const cited = citations.filter(({ number }) => numbers.has(number));
  return cited.length > 0 ? cited : citations;
}

/** The beginning of a text in one line, cut between words, at most `length` characters. */
export function firstWords(text: string, length: number): string {
  const line = text.replace(/\s+/gu, " ").trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > length / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
