import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createPdfReader } from "../../packages/core/src/adapters/pdf-reader.ts";
import { systemIds } from "../../packages/core/src/kernel/index.ts";
import { composePage } from "../../packages/core/src/textbook/layout/compose-page.ts";
import type { ReadPage } from "../../packages/core/src/textbook/layout/page-text.ts";
import { readBook } from "../../packages/core/src/textbook/layout/read-book.ts";
import type { Passage } from "../../packages/core/src/textbook/schema.ts";
import { sampleBooks } from "../../scripts/sample-data/books/catalogue.ts";

const folder = new URL("../../scripts/sample-data/books/", import.meta.url);

export interface BookQuestion {
  /** Folder name of the book that answers it; null when none does. */
  readonly book: string | null;
  readonly question: string;
  readonly pdfPages?: readonly number[];
}

export interface SampleLibrary {
  readonly passages: readonly Passage[];
  readonly questions: readonly BookQuestion[];
  /** Title by folder name. */
  readonly titles: ReadonlyMap<string, string>;
  readonly grades: ReadonlyMap<string, number>;
}

/** The sample books read by the product's own pipeline, with the questions written for them; undefined where they are not built. */
export async function readSampleLibrary(): Promise<SampleLibrary | undefined> {
  const questions = fileURLToPath(new URL("questions.json", folder));
  if (!existsSync(questions)) return undefined;
  const passages: Passage[] = [];
  for (const book of sampleBooks) {
    const pdf = await createPdfReader().open(new Uint8Array(readFileSync(new URL(book.file, folder))));
    const pages: ReadPage[] = [];
    for (let page = 1; page <= pdf.pageCount; page += 1) pages.push(composePage(await pdf.readPage(page)));
    const { title, subject, grade, edition } = book;
    const facts = { textbookId: systemIds.next("textbook"), title, subject, grade, edition };
    passages.push(...readBook(facts, pages, pdf.outline).passages);
    await pdf.close();
  }
  return {
    passages,
    questions: JSON.parse(readFileSync(questions, "utf8")) as readonly BookQuestion[],
    titles: new Map(sampleBooks.map(({ slug, title }) => [slug, title])),
    grades: new Map(sampleBooks.map(({ slug, grade }) => [slug, grade])),
  };
}
