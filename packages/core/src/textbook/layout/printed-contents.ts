import type { Line } from "./page-text.ts";
import { writeRuns } from "./write-runs.ts";

/** One line of a printed table of contents. */
export interface ContentsLine {
  readonly level: number;
  readonly title: string;
  readonly printedPage: string;
}

const dotLeader = /^(.{3,}?)[\s.…·_]*(?:\.{3,}|…{2,}|(?:[.·_] ){3,}[.·_]?)[\s.…·_]*(\d{1,3})$/u;
const numberedTitle = /^((?:БҮЛЭГ|Бүлэг|§|\d+(?:\.\d+)+\.?)\s?.{3,}?)\s+(\d{1,3})$/u;

/** Whether the line ends in dots and a page number, as only contents do. */
export function isContentsLine(line: Line): boolean {
  return dotLeader.test(writeRuns(line.runs));
}

/** Reads the contents that a page prints; empty where the page is none (fewer than four entries). */
export function readContentsLines(lines: readonly Line[]): ContentsLine[] {
  const entries: ContentsLine[] = [];
  const hasLeaders = lines.filter(isContentsLine).length >= 4;
  let carried = "";
  for (const line of lines) {
    const text = `${carried}${writeRuns(line.runs)}`;
    // Chapters stand without dots among sections that have them, their number at the column's far end.
    const match = dotLeader.exec(text) ?? numberedTitle.exec(text) ?? (hasLeaders ? readApart(line, lines) : null);
    if (match?.[1] !== undefined && match[2] !== undefined) {
      const title = match[1].replace(/[\s.…·_]+$/u, "").replace(/[\u00AD\u2010-] (?=\p{Ll})/gu, "");
      entries.push({ level: levelOf(title), title, printedPage: match[2] });
      carried = "";
    } else {
      // A long title runs over two lines; only its last has the number.
      carried = /^(?:БҮЛЭГ|§|\d+\.\d)/iu.test(text) && carried === "" ? `${text} ` : "";
    }
  }
  return entries.length >= 4 ? entries : [];
}

const bareNumber = /^\d{1,3}$/;

/** A title and the number that stands by itself further right on its baseline. */
function readApart(line: Line, lines: readonly Line[]): readonly string[] | null {
  const text = writeRuns(line.runs);
  if (text.length < 3 || bareNumber.test(text)) return null;
  const number = lines
    .filter(({ x, y }) => x > line.x1 && Math.abs(y - line.y) < 0.3 * line.size)
    .map(({ runs }) => writeRuns(runs))
    .find((other) => bareNumber.test(other));
  return number === undefined ? null : [text, text, number];
}

/**
 * The contents without the lists of figures and tables that follow them: where page numbers fall back to lower ones, another
 * list begins. One misread number is no fall.
 */
export function withoutFurtherLists(entries: readonly ContentsLine[]): readonly ContentsLine[] {
  const page = (at: number) => Number(entries[at]?.printedPage ?? Number.NaN);
  const fall = entries.findIndex(
    (_entry, at) => at >= 4 && page(at) < page(at - 1) && page(at) < page(at - 2) && !(page(at + 1) >= page(at - 1)),
  );
  return fall < 0 ? entries : entries.slice(0, fall);
}

/** "1.2.3" is deeper than "1.2"; titles without a number are chapters. */
function levelOf(title: string): number {
  const number = /^((?:\d+|\p{Lu})(?:\.\d+)+)/u.exec(title)?.[1];
  return number === undefined ? 1 : number.split(".").length;
}
