import { readFileSync } from "node:fs";
import { systemIds } from "../../packages/core/src/kernel/index.ts";
import type { OutlineEntry } from "../../packages/core/src/textbook/layout/page-text.ts";
import { readBook } from "../../packages/core/src/textbook/layout/read-book.ts";
import type { EvalFigure } from "./figure.ts";
import { type EvalPdf, pdfFolder, readEvalPdf, type Truth } from "./ingestion-data.ts";

interface Entry {
  readonly title: string;
  readonly page: number | undefined;
}

/** Sections that ingestion finds, with their printed pages, against the true contents: with the PDF's outline, and without. */
export function measureContents(name: string, pdf: EvalPdf, truth: Truth): readonly EvalFigure[] {
  const wanted = truth.toc.map(({ title, printedPage }) => ({ title, page: printedPage }));
  const own = compare(name, printedContents(pdf, pdf.outline), wanted);
  if (pdf.outline.length === 0) return own;
  return [...own, ...compare(`${name}_without_outline`, printedContents(pdf, []), wanted)];
}

/** A real book whose outline is taken away and must be found again; pages are the PDF's own. */
export async function measureStrippedOutline(name: string): Promise<readonly EvalFigure[]> {
  interface GoldEntry {
    readonly title: string;
    readonly pdf_page: number;
  }
  const gold = JSON.parse(readFileSync(`${pdfFolder}${name}.toc.json`, "utf8")) as readonly GoldEntry[];
  const found = contentsOf(await readEvalPdf(`${name}.pdf`), []);
  return compare(
    name,
    found.map(({ title, pdfPage }) => ({ title, page: pdfPage })),
    gold.map(({ title, pdf_page: page }) => ({ title, page })),
  );
}

function contentsOf({ pages }: EvalPdf, outline: readonly OutlineEntry[]) {
  const textbookId = systemIds.next("textbook");
  return readBook({ textbookId, title: "", subject: "biology", grade: 9, edition: 1 }, pages, outline).contents;
}

const printedContents = (pdf: EvalPdf, outline: readonly OutlineEntry[]): Entry[] =>
  contentsOf(pdf, outline).map(({ title, printedPage }) => ({
    title,
    page: printedPage === undefined ? undefined : Number(printedPage),
  }));

/** Letters and digits without the number in front, which many outlines leave out. */
const fold = (title: string): string =>
  title
    .normalize("NFC")
    .toLowerCase()
    .replace(/^(?:(?:бүлэг|хавсралт)\s+[\p{L}\d]{1,3}|\p{L}?\d*(?:\.\d+)+|\d+)[.:]?\s+/u, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");

function compare(name: string, found: readonly Entry[], wanted: readonly Entry[]): readonly EvalFigure[] {
  const left = [...found];
  const pairs = wanted.flatMap((entry) => {
    const candidates = left.filter(({ title }) => fold(title) === fold(entry.title));
    const [nearest] = candidates.sort((a, b) => pageError(a, entry) - pageError(b, entry));
    if (nearest === undefined) return [];
    left.splice(left.indexOf(nearest), 1);
    return [pageError(nearest, entry)];
  });
  if (process.argv.includes("--show")) {
    const titles = (entries: readonly Entry[]) => new Set(entries.map(({ title }) => fold(title)));
    const [ours, theirs] = [titles(found), titles(wanted)];
    for (const { title } of wanted) if (!ours.has(fold(title))) console.error(`  ${name} lacks: ${title}`);
    for (const { title } of found) if (!theirs.has(fold(title))) console.error(`  ${name} invents: ${title}`);
  }
  const near = pairs.filter((error) => error <= 1).length;
  return [
    {
      name: `toc.${name}.f1`,
      value: (2 * pairs.length) / Math.max(1, found.length + wanted.length),
      mustReach: "≥ 0.95",
    },
    { name: `pages.${name}.within1`, value: near / Math.max(1, pairs.length), mustReach: "≥ 0.98" },
  ];
}

const pageError = (a: Entry, b: Entry): number => Math.abs((a.page ?? Infinity) - (b.page ?? Infinity));
