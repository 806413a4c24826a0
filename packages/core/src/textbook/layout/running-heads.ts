import type { Line, ReadPage } from "./page-text.ts";
import { bodySize } from "./body-size.ts";
import { writeRuns } from "./write-runs.ts";

export interface BarePage extends ReadPage {
  /** The number printed on the page, or counted on from its neighbours'. */
  readonly printedPage: string | undefined;
}

/** Lines at the top or bottom edge that may be running heads: at most so many. */
const edgeLines = 3;

/** Removes running heads and page numbers, and remembers the printed page numbers (which need not be the PDF's own). */
export function removeRunningHeads(pages: readonly ReadPage[]): BarePage[] {
  const heads = repeatedHeads(pages);
  const cleaned = pages.map((page) => {
    const edges = edgesOf(page);
    const numbers = edges.filter((line) => isPageNumber(line, page));
    const dropped = new Set([...numbers, ...edges.filter((line) => isHead(line, page, heads))]);
    const number =
      numbers.map((line) => digitsOf(line)).find((digits) => digits !== undefined) ?? numberInHead(dropped);
    return {
      page: { ...page, blocks: page.blocks.filter((block) => block.kind === "table" || !dropped.has(block)) },
      number,
    };
  });
  const numbers = printedNumbers(
    cleaned.map(({ number }, index) => ({ pdfPage: pages[index]?.pdfPage ?? index + 1, number })),
  );
  return cleaned.map(({ page }, index) => ({ ...page, printedPage: numbers[index] }));
}

/**
 * Printed numbers run parallel to the PDF's pages: the offset that most numbers agree on wins, stray figures at a page's
 * edge lose, and gaps (a chapter's first page often bears no number) are counted from the neighbours. Pages before the
 * page that would be number 1 (cover, contents) stay without one.
 */
export function printedNumbers(
  pages: readonly { readonly pdfPage: number; readonly number: number | undefined }[],
): (string | undefined)[] {
  const offsets = pages.map(({ pdfPage, number }) => (number === undefined ? undefined : pdfPage - number));
  const isBelievable = offsets.map((offset, index) => {
    if (offset === undefined) return false;
    const near = offsets.slice(Math.max(0, index - 4), index + 5).filter((other) => other !== undefined);
    return near.filter((other) => other === offset).length >= Math.min(2, near.length);
  });
  // An excerpt of scattered pages: no two agree, but the numbers still rise.
  const numbers = pages.flatMap(({ number }) => number ?? []);
  if (!isBelievable.includes(true) && numbers.every((number, index) => number > (numbers[index - 1] ?? 0))) {
    return pages.map(({ number }) => (number === undefined ? undefined : String(number)));
  }
  const first = isBelievable.indexOf(true);
  const last = isBelievable.lastIndexOf(true);
  let offset: number | undefined;
  return pages.map(({ pdfPage }, index) => {
    if (isBelievable[index]) offset = offsets[index];
    // After the last number only a few pages are counted on: beyond lie unnumbered covers and advertisements.
    if (index < first && isBelievable.includes(true)) return countedBack(pdfPage, offsets[first]);
    if (index > last + 2 || offset === undefined) return undefined;
    const next = nextOffset(offsets, isBelievable, index);
    // Between two offsets (an inserted plate) nobody knows the number.
    if (!isBelievable[index] && next !== undefined && next !== offset) return undefined;
    return String(pdfPage - offset);
  });
}

/** Before the first printed number pages count down to 1; what lies before that (cover, contents) has none. */
function countedBack(pdfPage: number, offset: number | undefined): string | undefined {
  return offset === undefined || pdfPage <= offset ? undefined : String(pdfPage - offset);
}

function nextOffset(
  offsets: readonly (number | undefined)[],
  ok: readonly boolean[],
  from: number,
): number | undefined {
  const index = ok.indexOf(true, from);
  return index < 0 ? undefined : offsets[index];
}

function edgesOf(page: ReadPage): Line[] {
  const lines = page.blocks.filter((block) => block.kind === "line").sort((a, b) => a.y - b.y);
  const upper = lines.filter((line) => line.y < 0.2 * page.height).slice(0, edgeLines);
  const lower = lines.filter((line) => line.y > 0.8 * page.height).slice(-edgeLines);
  return [...upper, ...lower];
}

const isUpper = (line: Line, page: ReadPage) => line.y < page.height / 2;

function isPageNumber(line: Line, page: ReadPage): boolean {
  const text = writeRuns(line.runs);
  if (!/^[-–—\s]*\d{1,3}[-–—\s]*$/.test(text)) return false;
  // The number stands alone on its baseline; a figure in a table or formula near the edge has neighbours.
  return !page.blocks.some(
    (block) => block !== line && block.kind === "line" && Math.abs(block.y - line.y) < 2 && block.size > line.size,
  );
}

function digitsOf(line: Line): number | undefined {
  const digits = /\d{1,3}/.exec(writeRuns(line.runs))?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/** "24   Биологи VIII": a number at the outer end of a running head. */
function numberInHead(heads: ReadonlySet<Line>): number | undefined {
  for (const head of heads) {
    const digits = /^(\d{1,3})\s+\D|\D\s+(\d{1,3})$/.exec(writeRuns(head.runs));
    if (digits) return Number(digits[1] ?? digits[2]);
  }
  return undefined;
}

/** Page numbers change from page to page; Roman ones stand at an end of the line. */
const maskDigits = (line: Line) =>
  writeRuns(line.runs)
    .toLowerCase()
    .replace(/^[ivxl]+(?=\s)|(?<=\s)[ivxl]+$/g, "#")
    .replace(/\d+/g, "#");

function isHead(line: Line, page: ReadPage, heads: Heads): boolean {
  const isOutermost = standsApart(line, page);
  const isAtEdge = line.y < 0.12 * page.height || line.y > 0.88 * page.height;
  // Further in, repeated words may be a chapter's "БҮЛЭГ 3." above its title.
  if (heads.words.has(keyOf(line, page)) && (isAtEdge || isOutermost)) return true;
  return isOutermost && heads.places.has(placeOf(line));
}

interface Heads {
  readonly words: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}

const edgeOf = (line: Line, page: ReadPage) => (isUpper(line, page) ? "top" : "end");
const keyOf = (line: Line, page: ReadPage) => `${edgeOf(line, page)}:${maskDigits(line)}`;
/** Where a head stands and how large it is: a section of one page prints its name there only once. */
const placeOf = (line: Line) => `${Math.round(line.y / 3)}:${line.size.toFixed(1)}`;

/** Edge lines whose words (digits masked) stand on at least two pages, and the places where heads stand apart on many. */
function repeatedHeads(pages: readonly ReadPage[]): Heads {
  const words = new Map<string, number>();
  const places = new Map<string, number>();
  const heads = new Map<string, Set<string>>();
  for (const page of pages) {
    const edges = edgesOf(page);
    for (const key of new Set(edges.map((line) => keyOf(line, page)))) words.set(key, (words.get(key) ?? 0) + 1);
    for (const line of edges) {
      const key = keyOf(line, page);
      heads.set(key, (heads.get(key) ?? new Set()).add(placeOf(line)));
    }
    for (const place of new Set(edges.filter((line) => standsApart(line, page)).map(placeOf))) {
      places.set(place, (places.get(place) ?? 0) + 1);
    }
  }
  const repeated = [...words].filter(([key, count]) => count >= 2 && key.length < 120).map(([key]) => key);
  const body = bodySize(pages.flatMap((page) => page.blocks.filter((block) => block.kind === "line")));
  const small = repeated
    .flatMap((key) => [...(heads.get(key) ?? [])])
    .filter((place) => Number(place.split(":")[1]) < 0.95 * body);
  const common = [...places].filter(([, count]) => count >= Math.max(3, 0.3 * pages.length)).map(([place]) => place);
  return { words: new Set(repeated), places: new Set([...small, ...common]) };
}

/** The outermost line of its edge, with more air towards the text than lines of text have between them. */
function standsApart(line: Line, page: ReadPage): boolean {
  const isTop = isUpper(line, page);
  const others = page.blocks
    .filter((block) => block !== line)
    .map((block) => (isTop ? block.top - line.bottom : line.top - block.bottom));
  return (
    others.every((gap) => gap > 0.5 * line.size || gap < -0.5 * line.size) &&
    others.every((gap) => gap > -1.5 * line.size)
  );
}
