import { bodySize } from "./body-size.ts";
import type { Section } from "./find-sections.ts";
import { joinLines } from "./join-lines.ts";
import type { Line } from "./page-text.ts";
import type { BarePage } from "./running-heads.ts";
import { writeRuns } from "./write-runs.ts";

/** How headings look in words where they do not look it in size; the first group that matches gives the level. */
const worded: readonly { readonly level: number; readonly pattern: RegExp }[] = [
  { level: 1, pattern: /^(?:БҮЛЭГ\s+[\dIVX]+|[А-ЯӨҮЁ]+\s+БҮЛЭГ)(?:[\s.:]|$)/u },
  { level: 2, pattern: /^(?:§\s*\d+|\d{1,3}\s?-?\s?(?:дугаар|дүгээр)\s+зүйл)(?:[\s.:]|$)/u },
];

/** Finds headings of a book that has neither outline nor contents: lines larger than the text, or worded as headings. */
export function findHeadings(pages: readonly BarePage[]): Section[] {
  const body = bodySize(pages.flatMap((page) => page.blocks.filter((block) => block.kind === "line")));
  const large: (Omit<Section, "level"> & { size: number })[] = [];
  const named: Section[] = [];
  for (const page of pages) {
    for (let index = 0; index < page.blocks.length; index += 1) {
      const block = page.blocks[index];
      if (block?.kind !== "line") continue;
      const level = worded.find(({ pattern }) => pattern.test(writeRuns(block.runs)))?.level;
      if (block.size < 1.12 * body && level === undefined) continue;
      const lines = headingLines(page, index, level !== undefined);
      const title = joinLines(lines).text;
      const heading = { title, pdfPage: page.pdfPage, firstBlock: index, blockCount: lines.length };
      if (level !== undefined) named.push({ ...heading, level });
      // Big formulas and figures are not headings.
      else if (/\p{L}{3}/u.test(title) && title.length <= 150 && !/[=→]/u.test(title)) {
        large.push({ ...heading, size: block.size });
      }
      index += lines.length - 1;
    }
  }
  const sizes = [...new Set(large.map(({ size }) => Math.round(size)))].sort((a, b) => b - a);
  const ranked = large.map(({ size, ...section }) => ({ level: sizes.indexOf(Math.round(size)) + 1, ...section }));
  const byPlace = (a: Section, b: Section) => a.pdfPage - b.pdfPage || a.firstBlock - b.firstBlock;
  return [...ranked, ...named].sort(byPlace);
}

/** A heading's further lines follow closely in the same type; a worded one goes on in capitals only. */
function headingLines(page: BarePage, start: number, isWorded: boolean): Line[] {
  const lines: Line[] = [];
  for (const block of page.blocks.slice(start, start + 4)) {
    const last = lines.at(-1);
    if (block.kind !== "line") break;
    if (last !== undefined) {
      const isClose = Math.abs(block.size - last.size) < 0.3 && block.y - last.y < 2.2 * block.size && block.y > last.y;
      const text = writeRuns(block.runs);
      if (!isClose || (isWorded && (text !== text.toUpperCase() || /^\d/u.test(text)))) break;
    }
    lines.push(block);
  }
  return lines;
}
