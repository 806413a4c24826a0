import { squeeze, type PrintedBook } from "./pdf-text.ts";
import { questions } from "./questions.ts";

export interface BookPages extends PrintedBook {
  book: string;
  /** Pages before printed page 1. */
  offset: number;
}

/** A pupil's question with the place of its answer; `book` is null where no sample book answers. */
export interface LocatedQuestion {
  book: string | null;
  question: string;
  /** Numbered section with its title, as the contents page prints it. */
  section: string | null;
  /** Words of the book that hold the answer. */
  quote: string | null;
  pdfPages: number[];
  printedPages: number[];
}

/** A piece of a quote this short could stand on a page by chance. */
const SHORTEST_PIECE = 12;

/** Finds the page of every quote in the printed books. Throws when a section is missing or does not say the quoted words. */
export function locateQuestions(books: BookPages[]): LocatedQuestion[] {
  const missing: string[] = [];
  const located = questions.map(({ book: slug, question, section, quote }): LocatedQuestion => {
    if (slug === null) return { book: null, question, section: null, quote: null, pdfPages: [], printedPages: [] };
    const book = books.find((candidate) => candidate.book === slug);
    const sections = book?.headings.filter((heading) => /^\d+\.\d+\. |^БҮЛЭГ|^Нэр томьёо/.test(heading.title)) ?? [];
    const index = sections.findIndex((heading) => heading.title.startsWith(`${section} `));
    const heading = sections[index];
    const pdfPages =
      book && heading ? pagesOf(book, quote, heading.pdfPage, sections[index + 1]?.pdfPage ?? book.pages.length) : [];
    if (!book || !heading || pdfPages.length === 0) missing.push(`${slug} ${section} does not say «${quote}»`);
    return {
      book: slug,
      question,
      section: heading?.title ?? null,
      quote,
      pdfPages,
      printedPages: pdfPages.map((page) => page - (book?.offset ?? 0)),
    };
  });
  if (missing.length > 0) throw new Error(missing.join("\n"));
  return located;
}

/** A quote that runs over a page break stands on both pages. The running head and the page number lie between its pieces. */
function pagesOf(book: PrintedBook, quote: string, from: number, to: number): number[] {
  const wanted = squeeze(quote);
  const texts = book.pages.map(squeeze);
  for (let page = from; page <= to; page += 1) if (texts[page - 1]?.includes(wanted)) return [page];
  for (let page = from; page < to; page += 1) {
    for (let cut = SHORTEST_PIECE; cut <= wanted.length - SHORTEST_PIECE; cut += 1) {
      if (texts[page - 1]?.includes(wanted.slice(0, cut)) && texts[page]?.includes(wanted.slice(cut)))
        return [page, page + 1];
    }
  }
  return [];
}
