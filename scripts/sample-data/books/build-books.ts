/**
 * Prints the sample textbooks: `<slug>/book.html` to `pdf/<slug>.pdf`, then finds the pages of `questions.ts` for `questions.json`.
 * Every book is printed twice: the first print tells where the headings stand and which soft hyphens broke a line,
 * the second has true page numbers in its contents and plain hyphens at line ends only.
 * Slugs as arguments print those books alone and leave `questions.json` as it is.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { sampleBooks, type SampleBook } from "./catalogue.ts";
import { fillContents, listHeadings, nameChapterPages, prose, type Heading } from "./in-page.ts";
import { pageRules } from "./page-rules.ts";
import { readPrintedBook, type PrintedBook } from "./pdf-text.ts";
import { locateQuestions, type BookPages } from "./locate-questions.ts";
import { settleHyphens, withSoftHyphens } from "./soft-hyphens.ts";

const here = import.meta.dirname;
/** Stands where a page number will be: as wide as a real one, so that nothing moves in the second print. */
const UNKNOWN_PAGE = 10;

async function buildBook(browser: Browser, book: SampleBook): Promise<BookPages> {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(here, book.slug, "book.html")).href);
  const headings = await page.evaluate(listHeadings);
  await page.addStyleTag({ content: pageRules(book, await page.evaluate(nameChapterPages)) });
  await page.evaluate(
    fillContents,
    headings.map((heading) => ({ ...heading, page: UNKNOWN_PAGE })),
  );
  await page.evaluate(prose, (await page.evaluate(prose, null)).map(withSoftHyphens));

  const draft = await readPrintedBook(await print(page));
  const contents = contentsLines(draft, headings);
  await page.evaluate(prose, settleHyphens(await page.evaluate(prose, null), draft.pages.join("\n")));
  await page.evaluate(fillContents, contents.lines);

  const bytes = withFixedDate(await print(page), book.year);
  const printed = await readPrintedBook(bytes);
  if (JSON.stringify(contentsLines(printed, headings)) !== JSON.stringify(contents))
    throw new Error(`${book.slug}: pages moved between the prints`);
  const brokenLines = lineEndHyphens(printed) - lineEndHyphens(draft);
  if (brokenLines !== draft.pages.join("").split("\u2010").length - 1)
    throw new Error(`${book.slug}: a hyphen slid into the middle of a line`);
  await writeFile(join(here, book.file), bytes);
  await page.close();
  console.log(
    `${book.file}: ${printed.pages.length} pages, printed page 1 is PDF page ${contents.offset + 1}, ${Math.round(bytes.length / 1024)} KB`,
  );
  return { book: book.slug, offset: contents.offset, pages: printed.pages, headings: printed.headings };
}

/** Page numbers as printed: counted from the first chapter. `offset` is the number of pages before it. */
function contentsLines(
  printed: PrintedBook,
  headings: Heading[],
): { offset: number; lines: (Heading & { page: number })[] } {
  const start = printed.headings.findIndex((found) => found.title === headings[0]?.title);
  const found = printed.headings.slice(start);
  const offset = (found[0]?.pdfPage ?? 1) - 1;
  let from = 0;
  const lines = headings.map((heading) => {
    const index = found.findIndex((candidate, position) => position >= from && candidate.title === heading.title);
    const at = found[index];
    if (!at) throw new Error(`"${heading.title}" is not in the outline of the print`);
    from = index + 1;
    return { ...heading, page: at.pdfPage - offset };
  });
  return { offset, lines };
}

function lineEndHyphens(printed: PrintedBook): number {
  return printed.pages.join("\n").match(/\p{L}-\n/gu)?.length ?? 0;
}

async function print(page: Page): Promise<Uint8Array> {
  return page.pdf({ outline: true, tagged: true, preferCSSPageSize: true, printBackground: true });
}

/** JSON as the formatter of the project would write it: lists of numbers stay on one line. */
function asJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(/\[[\s\d,]*\]/g, (list) => list.replace(/\s+/g, "").replaceAll(",", ", "))}\n`;
}

/** The PDFs are committed: a build of an unchanged source should not differ by its clock. */
function withFixedDate(bytes: Uint8Array, year: number): Uint8Array {
  const text = Buffer.from(bytes).toString("latin1");
  const fixed = text.replace(
    /\((D:)\d{14}([^)]*)\)/g,
    (_, prefix: string, zone: string) => `(${prefix}${year}0901000000${zone})`,
  );
  return Buffer.from(fixed, "latin1");
}

const slugs = process.argv.slice(2);
const chosen = sampleBooks.filter((book) => slugs.length === 0 || slugs.includes(book.slug));
await mkdir(join(here, "pdf"), { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
try {
  const books: BookPages[] = [];
  for (const book of chosen) books.push(await buildBook(browser, book));
  if (chosen.length === sampleBooks.length) {
    const questions = locateQuestions(books);
    await writeFile(join(here, "questions.json"), asJson(questions));
    console.log(`questions.json: ${questions.length} questions`);
  }
} finally {
  await browser.close();
}
