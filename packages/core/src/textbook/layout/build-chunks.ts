import type { Box, PassageKind } from "../schema.ts";
import type { Paragraph } from "./build-paragraphs.ts";
import type { Section } from "./find-sections.ts";
import { unreadFormula } from "../recognise/formula-line.ts";
import { joinLines } from "./join-lines.ts";
import { asks, exerciseStart, exerciseTitle, glossaryTitle, listItem } from "./line-roles.ts";
import { leastConfidence, type Line, type Table } from "./page-text.ts";
import type { BarePage } from "./running-heads.ts";
import { splitSentences } from "./split-sentences.ts";
import { displayLatex } from "./to-latex.ts";
import { writeRuns } from "./write-runs.ts";

/** Longest text of one passage, in characters. */
export const maxPassageLength = 500;

/** A rectangle on one page that a passage covers. */
export interface Mark {
  readonly pdfPage: number;
  readonly box: Box;
}

/** Text of one future passage. */
export interface Chunk {
  readonly kind: PassageKind;
  readonly section: number;
  readonly text: string;
  /** In reading order; the first one's page is the passage's page. */
  readonly marks: readonly Mark[];
  /** Of the line that can be trusted least, 0..1; absent where nothing was recognised. */
  readonly confidence?: number;
  /** The text misses a formula; the page image shows it. */
  readonly useImage?: true;
}

/** Cuts paragraphs to passages of at most {@link maxPassageLength} characters, and puts together what belongs together. */
export function buildChunks(paragraphs: readonly Paragraph[], sections: readonly Section[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (const paragraph of paragraphs) {
    for (const chunk of chunksOf(paragraph, sections)) {
      // Stray signs of drawings: nothing to find or to cite.
      if (!/[\p{L}\p{N}]/u.test(chunk.text)) continue;
      const last = chunks.at(-1);
      const joined = last && joinChunks(last, chunk);
      if (joined) chunks[chunks.length - 1] = joined;
      else chunks.push(chunk);
    }
  }
  return chunks;
}

function chunksOf(paragraph: Paragraph, sections: readonly Section[]): Chunk[] {
  const { section, lines } = paragraph;
  if (paragraph.table) return tableChunks(paragraph, paragraph.table);
  const marksOf = (part: readonly { line: Line; page: BarePage }[]) =>
    mergeMarks(part.map(({ line, page }) => markOf(line, page)));
  const trust = (part: readonly { line: Line }[]) => leastConfidence(...part.map(({ line }) => line));
  if (paragraph.isUnread) {
    const text = [unreadFormula, ...readableWords(lines.map(({ line }) => line))].join(" ");
    return [{ kind: "formula", section, text, marks: marksOf(lines), ...trust(lines), useImage: true }];
  }
  if (paragraph.kind === "formula") {
    const text = lines.map(({ line }) => `$$${displayLatex(line.runs)}$$`).join("\n");
    return [{ kind: "formula", section, text, marks: marksOf(lines), ...trust(lines) }];
  }
  const { text: joined, starts } = joinLines(lines.map(({ line }) => line));
  const labels = paragraph.labels.filter((label) => /\p{L}{3}/u.test(label));
  const text = labels.length > 0 ? `${joined} (${labels.join(", ")})` : joined;
  const kind = kindOf(text, sections[section]?.title ?? "");
  let from = 0;
  const units = kind === "glossary" ? text.split(nextEntry) : [text];
  const pieces = units.flatMap((unit) => splitSentences(unit, maxPassageLength));
  return pieces.map((piece) => {
    const start = text.indexOf(piece, from);
    from = start + piece.length;
    const part = lines.filter((_line, index) => (starts[index] ?? 0) < from && (starts[index + 1] ?? Infinity) > start);
    return { kind, section, text: piece, marks: marksOf(part), ...trust(part) };
  });
}

/** Before the next word of a glossary ("… нүх. Артери – …"): each is a unit that is asked for by itself. */
const nextEntry = /(?<=[.!?;]) (?=\p{Lu}[\p{L}()-]*(?: [\p{L}()-]+){0,4} [–—-] )/u;

const startsEntry = /^\p{Lu}[^–—.]{0,60} [–—-] /u;

/** Words that can be read in what was taken for maths: a name, a unit, "эсвэл". */
const readableWords = (lines: readonly Line[]): readonly string[] =>
  lines.flatMap((line) =>
    (writeRuns(line.runs).match(/(?<!\p{L})[\p{Script=Cyrillic}]{4,}(?!\p{L})/gu) ?? []).filter((word) =>
      /[аэиоуөүяеёюы]/iu.test(word),
    ),
  );

function kindOf(text: string, sectionTitle: string): PassageKind {
  if (exerciseStart.test(text)) return "exercise";
  if (glossaryTitle.test(sectionTitle) && /\s[–—-]\s/u.test(text)) return "glossary";
  const isItem = listItem.test(text);
  if (isItem && (exerciseTitle.test(sectionTitle) || asks(text))) return "exercise";
  return "text";
}

/** Markdown rows under the caption; a long table continues in the next passage with its head row repeated. */
function tableChunks(paragraph: Paragraph, { table, page }: { table: Table; page: BarePage }): Chunk[] {
  const caption = joinLines(paragraph.lines.map(({ line }) => line)).text;
  const [head = [], ...body] = table.rows;
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const top = [...(caption === "" ? [] : [caption, ""]), row(head), `|${" --- |".repeat(head.length)}`].join("\n");
  const texts: string[] = [];
  for (const cells of body) {
    const last = texts.at(-1);
    const line = row(cells);
    if (last !== undefined && last.length + line.length < maxPassageLength)
      texts[texts.length - 1] = `${last}\n${line}`;
    else texts.push(`${top}\n${line}`);
  }
  const marks = mergeMarks([
    ...paragraph.lines.map(({ line, page: captionPage }) => markOf(line, captionPage)),
    markOf(table, page),
  ]);
  const confidence = leastConfidence(table, ...paragraph.lines.map(({ line }) => line));
  return texts.map((text) => ({
    kind: "table",
    section: paragraph.section,
    text: text.slice(0, 2 * maxPassageLength),
    marks,
    ...confidence,
  }));
}

/** A formula joins the text that leads to it, items their introduction, a solution its example. */
function joinChunks(last: Chunk, next: Chunk): Chunk | undefined {
  if (last.section !== next.section) return undefined;
  // One formula in several pieces is missing once.
  const isRepeat = next.text === unreadFormula && last.text.endsWith(unreadFormula);
  const goesOn = last.kind === "glossary" && next.kind === "glossary" && !startsEntry.test(next.text);
  const text = isRepeat ? last.text : `${last.text}${goesOn ? " " : "\n"}${next.text}`;
  if (text.length > maxPassageLength) return undefined;
  const isAnnounced = /[:：]$/u.test(last.text);
  const isText = last.kind === "text" && next.kind === "text";
  const joins =
    goesOn ||
    (next.kind === "formula" && (last.kind === "text" || last.kind === "formula")) ||
    (isText && (isAnnounced || /^(?:Бодолт|Хариу|Шийд|Баталгаа)/u.test(next.text))) ||
    (isText && listItem.test(next.text) && /(?:^|\n)(?:\d{1,2}[.)]|[•●▪◦–—-])\s.*$/u.test(last.text)) ||
    (isText && last.text.length < 60);
  if (!joins) return undefined;
  return {
    kind: next.kind,
    section: last.section,
    text,
    marks: mergeMarks([...last.marks, ...next.marks]),
    ...leastConfidence(last, next),
    ...(last.useImage || next.useImage ? { useImage: true } : {}),
  };
}

function markOf(place: { x: number; x1: number; top: number; bottom: number }, page: BarePage): Mark {
  const fraction = (value: number, whole: number) =>
    Math.round(Math.min(1, Math.max(0, value / whole)) * 10_000) / 10_000;
  const x = fraction(place.x, page.width);
  const y = fraction(place.top, page.height);
  const width = fraction(place.x1, page.width) - x;
  const height = fraction(place.bottom, page.height) - y;
  return { pdfPage: page.pdfPage, box: [x, y, round(width), round(height)] };
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** Lines that follow each other in one column become one rectangle. */
function mergeMarks(marks: readonly Mark[]): Mark[] {
  const merged: Mark[] = [];
  for (const mark of marks) {
    const last = merged.at(-1);
    const box = last && last.pdfPage === mark.pdfPage ? unite(last.box, mark.box) : undefined;
    if (box) merged[merged.length - 1] = { pdfPage: mark.pdfPage, box };
    else merged.push(mark);
  }
  return merged;
}

function unite(a: Box, b: Box): Box | undefined {
  const isBelow = b[1] >= a[1] - 0.005 && b[1] <= a[1] + a[3] + 0.03;
  const overlap = Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0]);
  if (!isBelow || overlap <= 0) return undefined;
  const x = Math.min(a[0], b[0]);
  const y = Math.min(a[1], b[1]);
  return [x, y, round(Math.max(a[0] + a[2], b[0] + b[2]) - x), round(Math.max(a[1] + a[3], b[1] + b[3]) - y)];
}
