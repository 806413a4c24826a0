import type { PassageKind } from "../schema.ts";
import { figureCaption, isFormula, isLabel, isRecognisedFormula, isUnreadFormula, startsUnit } from "./line-roles.ts";
import { measurePage, bookBodySize, type PageGeometry } from "./page-geometry.ts";
import type { Line, Table } from "./page-text.ts";
import { isContentsLine } from "./printed-contents.ts";
import type { BarePage } from "./running-heads.ts";
import type { Section } from "./find-sections.ts";
import { tableCaption } from "./find-tables.ts";
import { writeRuns } from "./write-runs.ts";

/** Lines of one paragraph, which may run on over a column or page; or one table. */
export interface Paragraph {
  readonly kind: PassageKind;
  /** Index of its section, -1 before the first. */
  readonly section: number;
  readonly lines: { readonly line: Line; readonly page: BarePage }[];
  readonly table?: { readonly table: Table; readonly page: BarePage };
  /** A formula that recognition could not read: its place on the page counts, not its letters. */
  readonly isUnread?: true;
  /** Words inside a figure, kept with its caption. */
  readonly labels: string[];
}

/** Splits a book into paragraphs, tables and formulas, none of which crosses a section. */
export function buildParagraphs(pages: readonly BarePage[], sections: readonly Section[]): Paragraph[] {
  const body = bookBodySize(pages);
  const paragraphs: Paragraph[] = [];
  let section = -1;
  for (const page of pages) {
    const geometry = measurePage(page, body);
    const starts = new Map<number, number>();
    const headings = new Set<number>();
    sections.forEach((each, index) => {
      if (each.pdfPage !== page.pdfPage) return;
      starts.set(each.firstBlock, index);
      for (let step = 0; step < each.blockCount; step += 1) headings.add(each.firstBlock + step);
    });
    let labels: string[] = [];
    page.blocks.forEach((block, index) => {
      section = starts.get(index) ?? section;
      // Before the first heading the first page is a cover: nothing there answers a question.
      if (headings.has(index) || (section < 0 && sections.length > 0 && page.pdfPage === 1)) return;
      if (block.kind === "table") paragraphs.push(tableParagraph(paragraphs, { block, page, section }));
      else if (isContentsLine(block)) return;
      else if (isLabel(block, geometry) && !continues(paragraphs.at(-1), { line: block, page, geometry, section })) {
        labels.push(writeRuns(block.runs));
      } else {
        addLine(paragraphs, { line: block, page, geometry, section });
        const last = paragraphs.at(-1);
        if (last && figureCaption.test(firstText(last)) && labels.length > 0) {
          last.labels.push(...labels);
          labels = [];
        }
      }
    });
  }
  return paragraphs;
}

interface Placed {
  readonly line: Line;
  readonly page: BarePage;
  readonly geometry: PageGeometry;
  readonly section: number;
}

function addLine(paragraphs: Paragraph[], placed: Placed): void {
  const { line, page, geometry, section } = placed;
  if (addToUnread(paragraphs, placed)) return;
  if (isFormula(line, geometry)) {
    paragraphs.push({ kind: "formula", section, lines: [{ line, page }], labels: [] });
    return;
  }
  const last = paragraphs.at(-1);
  if (last && continues(last, placed)) last.lines.push({ line, page });
  else paragraphs.push({ kind: "text", section, lines: [{ line, page }], labels: [] });
}

/**
 * Recognition falls to pieces on a formula (numerator, denominator, signs around them), some of which it reads well: what
 * stands together with an unread piece is one picture with it.
 */
function addToUnread(paragraphs: Paragraph[], { line, page, section, geometry }: Placed): boolean {
  const isUnread = isUnreadFormula(line, geometry);
  if (!isUnread && !isRecognisedFormula(line)) return false;
  const last = paragraphs.at(-1);
  const before = last?.lines.at(-1);
  const isNear =
    before !== undefined && before.page === page && last?.section === section && isCloseBy(before.line, line);
  if (isNear && last?.isUnread) {
    last.lines.push({ line, page });
    return true;
  }
  if (!isUnread) return false;
  const isPart = isNear && last?.table === undefined && last?.lines.every((each) => isRecognisedFormula(each.line));
  const parts = isPart ? (paragraphs.pop()?.lines ?? []) : [];
  paragraphs.push({ kind: "formula", section, isUnread: true, lines: [...parts, { line, page }], labels: [] });
  return true;
}

const isCloseBy = (a: Line, b: Line): boolean =>
  b.top - a.bottom < 1.2 * Math.max(a.size, b.size) && a.top - b.bottom < 1.2 * Math.max(a.size, b.size);

/** A caption straight before the table is the table's own. */
function tableParagraph(paragraphs: Paragraph[], found: { block: Table; page: BarePage; section: number }): Paragraph {
  const { block, page, section } = found;
  const last = paragraphs.at(-1);
  const caption = last && last.section === section && tableCaption.test(firstText(last)) ? paragraphs.pop() : undefined;
  return { kind: "table", section, lines: caption?.lines ?? [], table: { table: block, page }, labels: [] };
}

function firstText(paragraph: Paragraph): string {
  const first = paragraph.lines[0];
  return first === undefined ? "" : writeRuns(first.line.runs);
}

function continues(paragraph: Paragraph | undefined, placed: Placed): boolean {
  const { line, page, geometry, section } = placed;
  const previous = paragraph?.lines.at(-1);
  if (paragraph === undefined || previous === undefined) return false;
  if (paragraph.kind !== "text" || paragraph.section !== section) return false;
  if (Math.abs(previous.line.size - line.size) > 0.08 * line.size) return false;
  const before = writeRuns(previous.line.runs);
  const text = writeRuns(line.runs);
  const isFinished = /[.?!:;…»"”]$/u.test(before);
  const step = line.y - previous.line.y;
  if (previous.page !== page || step < -0.5 * line.size) return !isFinished && !startsUnit(text);
  if (step > 1.22 * geometry.pitch * Math.max(1, line.size / geometry.body)) return false;
  if (startsUnit(text) && (isFinished || paragraph.lines.length === 0)) return false;
  const left = Math.min(...paragraph.lines.slice(1).map((each) => each.line.x), previous.line.x);
  const isIndented = line.x - left > 0.8 * line.size;
  return !(isIndented && isFinished);
}
