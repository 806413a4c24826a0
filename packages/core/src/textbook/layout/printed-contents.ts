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
  let carried = "";
  for (const line of lines) {
    const text = `${carried}${writeRuns(line.runs)}`;
    const match = dotLeader.exec(text) ?? numberedTitle.exec(text);
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

/** "1.2.3" is deeper than "1.2"; titles without a number are chapters. */
function levelOf(title: string): number {
  const number = /^(\d+(?:\.\d+)+)/.exec(title)?.[1];
  return number === undefined ? 1 : number.split(".").length;
}
