import { findHeadings } from "./find-headings.ts";
import type { Line, OutlineEntry } from "./page-text.ts";
import { readContentsLines, withoutFurtherLists } from "./printed-contents.ts";
import type { BarePage } from "./running-heads.ts";
import { joinLines } from "./join-lines.ts";
import { writeRuns } from "./write-runs.ts";

/** Where a section begins: its heading's lines, or the top of the page when the heading's words are not on it. */
export interface Section {
  readonly level: number;
  readonly title: string;
  readonly pdfPage: number;
  /** Index of the heading's first block on the page. */
  readonly firstBlock: number;
  /** Number of blocks that the heading takes up. */
  readonly blockCount: number;
}

/** Sections of a book in reading order: from the PDF's outline, else the printed contents, else by the size of type. */
export function findSections(pages: readonly BarePage[], outline: readonly OutlineEntry[]): Section[] {
  const own = outline.filter(({ title }) => !contentsTitles.has(fold(title)));
  if (own.length >= 2) return place(pages, own);
  const contents = withoutFurtherLists(pages.flatMap((page) => readContentsLines(linesOf(page))));
  if (contents.length >= 4) return place(pages, entriesByPrintedPage(pages, contents));
  return findHeadings(pages);
}

/** The contents are no section of themselves. */
const contentsTitles = new Set(["гарчиг", "агуулга", "contents", "tableofcontents", "содержание", "оглавление"]);

const linesOf = (page: BarePage) => page.blocks.filter((block) => block.kind === "line");

function entriesByPrintedPage(
  pages: readonly BarePage[],
  contents: readonly { level: number; title: string; printedPage: string }[],
): OutlineEntry[] {
  return contents.flatMap(({ level, title, printedPage }) => {
    const page = pages.find((each) => each.printedPage === printedPage);
    return page === undefined ? [] : [{ level, title, pdfPage: page.pdfPage }];
  });
}

function place(pages: readonly BarePage[], entries: readonly OutlineEntry[]): Section[] {
  const byNumber = new Map(pages.map((page) => [page.pdfPage, page]));
  const sections: Section[] = [];
  const topLevel = Math.min(...entries.map(({ level }) => level));
  for (const entry of entries) {
    const before = sections.at(-1);
    // A destination may point at the end of the page before, contents may be one page off.
    const found = [0, 1, -1]
      .map((step) => {
        const page = byNumber.get(entry.pdfPage + step);
        const from = before?.pdfPage === page?.pdfPage && before ? before.firstBlock + before.blockCount : 0;
        const isPassed = before !== undefined && entry.pdfPage + step < before.pdfPage;
        return page && !isPassed ? findHeading(page, entry.title, from) : undefined;
      })
      .find((each) => each !== undefined);
    const level = entry.level - topLevel + 1;
    sections.push(
      found ? { level, ...found } : { level, title: entry.title, pdfPage: entry.pdfPage, firstBlock: 0, blockCount: 0 },
    );
  }
  return sections;
}

/** Letters and digits alone: outlines lose spaces where a heading breaks its line. */
const fold = (text: string) =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** Number before a title ("Бүлэг 3", "2.1."), which many outlines leave out. */
const leadingNumber = /^(?:(?:бүлэг|хичээл|chapter)\s*[\dIVX]+|§\s*\d+|\d+(?:\.\d+)*)[.:]?\s*/iu;

function findHeading(page: BarePage, title: string, from: number) {
  const wanted = fold(title);
  if (wanted === "") return undefined;
  for (let firstBlock = from; firstBlock < page.blocks.length; firstBlock += 1) {
    const lines: Line[] = [];
    for (const block of page.blocks.slice(firstBlock, firstBlock + 5)) {
      if (block.kind !== "line") break;
      lines.push(block);
      const text = lines.map((line) => writeRuns(line.runs)).join(" ");
      const readings = [fold(text), fold(text.replace(leadingNumber, ""))];
      if (readings.includes(wanted)) {
        return { title: joinLines(lines).text, pdfPage: page.pdfPage, firstBlock, blockCount: lines.length };
      }
      if (!readings.some((reading) => wanted.startsWith(reading)) || readings[0] === "") break;
    }
  }
  return undefined;
}
