import { isLetters, leastConfidence, type Line, type Run, type TextItem } from "./page-text.ts";

/** Gaps wider than this many font sizes part two lines on one baseline: columns, cells of a table. */
const widestGapEm = 1;

interface Draft {
  runs: Run[];
  x: number;
  x1: number;
  y: number;
  top: number;
  bottom: number;
  size: number;
  font: string;
  confidence?: number;
  /** Holds only built-up items yet, whose baseline is an estimate. */
  isLoose: boolean;
}

/** Pieces of tall brackets: they stand beside several lines and belong to none. */
const bracketPieces = /^[\u239B-\u23AD\s]+$/u;

/**
 * Puts a page's items together to lines, in the order of the content stream. Small raised or lowered items become
 * superscripts and subscripts, items stacked above each other fractions.
 */
export function buildLines(items: readonly TextItem[]): Line[] {
  const lines: Draft[] = [];
  let spaceBefore = false;
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    if (item === undefined || bracketPieces.test(item.text.trim())) continue;
    if (item.whole === undefined && item.text.trim() === "") {
      spaceBefore ||= item.text !== "";
      continue;
    }
    const line = lines.at(-1);
    const fraction = line && readFraction(line, items, index);
    if (line && fraction) {
      append(line, { at: "fraction", above: fraction.above.runs, below: fraction.below.runs }, spaceBefore, fraction);
      index = fraction.lastIndex;
    } else if (line && fitsOn(line, item)) {
      if (line.isLoose && item.whole === undefined) settle(line, item);
      else if (isTaller(line, item)) raiseLine(line, item);
      const run = item.whole?.run ?? { at: position(line, item), text: item.text };
      const gap = item.x - line.x1;
      append(line, run, spaceBefore || gap > 0.18 * item.size, boxOf(item));
      Object.assign(line, leastConfidence(line, item));
    } else {
      lines.push(begin(item));
    }
    spaceBefore = false;
  }
  return lines.map(({ isLoose: _isLoose, ...draft }) => ({ kind: "line", ...draft, runs: mergeRuns(draft.runs) }));
}

function begin(item: TextItem): Draft {
  const { x, y, size, font } = item;
  const run: Run = item.whole?.run ?? { at: "base", text: item.text.trimStart() };
  return { runs: [run], y, size, font, ...boxOf(item), ...leastConfidence(item), x, isLoose: item.whole !== undefined };
}

/** Ascenders reach about 0.8 of the font size above the baseline, descenders 0.22 below. */
function boxOf(item: TextItem) {
  const { top = item.y - 0.8 * item.size, bottom = item.y + 0.22 * item.size } = item.whole ?? {};
  return { x: item.x, x1: item.x + item.width, top, bottom };
}

function append(draft: Draft, run: Run, hasSpace: boolean, box: { x1: number; top: number; bottom: number }): void {
  const { runs } = draft;
  if (hasSpace && !endsWithSpace(runs)) {
    const last = runs.at(-1);
    // A space between two parts of one index (x₁, ₂) is part of it.
    const isInside = last !== undefined && isLetters(last) && last.at !== "base" && last.at === run.at;
    runs.push({ at: isInside ? last.at : "base", text: " " });
  }
  runs.push(run);
  draft.x1 = Math.max(draft.x1, box.x1);
  draft.top = Math.min(draft.top, box.top);
  draft.bottom = Math.max(draft.bottom, box.bottom);
}

function endsWithSpace(runs: readonly Run[]): boolean {
  const last = runs.at(-1);
  return last !== undefined && isLetters(last) && /\s$/.test(last.text);
}

function lastText(draft: Draft): string {
  const last = draft.runs.at(-1);
  return last !== undefined && isLetters(last) ? last.text : "";
}

function fitsOn(line: Draft, item: TextItem): boolean {
  const em = Math.max(line.size, item.size);
  const gap = item.x - line.x1;
  if (gap < -0.6 * em || gap > widestGapEm * em) return false;
  const shift = Math.abs(item.y - line.y);
  if (item.whole !== undefined || line.isLoose) return shift <= 0.6 * em;
  const ratio = Math.min(line.size, item.size) / em;
  return shift <= 0.12 * em || (ratio < 0.93 && shift <= 0.6 * em);
}

/** The line began with a small raised or lowered sign: its true baseline comes only now. */
function isTaller(line: Draft, item: TextItem): boolean {
  return item.size > line.size * 1.08 && line.runs.length === 1 && Math.abs(item.y - line.y) > 0.12 * item.size;
}

/** The first letters after a leading fraction or root tell the true baseline. */
function settle(line: Draft, item: TextItem): void {
  line.y = item.y;
  line.size = item.size;
  line.font = item.font;
  line.isLoose = false;
}

function raiseLine(line: Draft, item: TextItem): void {
  const [first] = line.runs;
  if (first === undefined || !isLetters(first)) return;
  line.runs = [{ at: item.y > line.y ? "sup" : "sub", text: first.text }];
  line.y = item.y;
  line.size = item.size;
  line.font = item.font;
}

function position(line: Draft, item: TextItem): "base" | "sup" | "sub" {
  const shift = item.y - line.y;
  if (Math.abs(shift) <= 0.08 * line.size || item.size > 0.93 * line.size) return "base";
  return shift < 0 ? "sup" : "sub";
}

interface Fraction {
  readonly above: { readonly runs: readonly Run[] };
  readonly below: { readonly runs: readonly Run[] };
  readonly lastIndex: number;
  readonly x: number;
  readonly x1: number;
  readonly top: number;
  readonly bottom: number;
}

/** A raised group of the line's own size followed by a lowered one with the same middle: numerator and denominator. */
function readFraction(line: Draft, items: readonly TextItem[], start: number): Fraction | undefined {
  const first = items[start];
  if (
    first === undefined ||
    first.whole !== undefined ||
    first.x < line.x1 - 0.3 * line.size ||
    first.x > line.x1 + 2.5 * line.size
  )
    return undefined;
  // Two-line cells beside a one-line cell stand just like a fraction: only what calls for an operand gets one.
  if (!/[=+\-−–·×:<>≤≥≈(]\s*$/.test(lastText(line))) return undefined;
  const above = readGroup(line, items, start, -1);
  if (above === undefined) return undefined;
  const below = readGroup(line, items, above.lastIndex + 1, 1);
  if (below === undefined) return undefined;
  const apart = Math.abs((above.x + above.x1) / 2 - (below.x + below.x1) / 2);
  if (apart > 0.5 * line.size) return undefined;
  const x = Math.min(above.x, below.x);
  const x1 = Math.max(above.x1, below.x1);
  return { above, below, lastIndex: below.lastIndex, x, x1, top: above.top, bottom: below.bottom };
}

function readGroup(line: Draft, items: readonly TextItem[], start: number, side: -1 | 1) {
  const belongs = (item: TextItem) => {
    const shift = ((item.y - line.y) * side) / line.size;
    return shift > 0.3 && shift < 1.35;
  };
  const group: TextItem[] = [];
  let index = start;
  for (; index < items.length; index += 1) {
    const item = items[index];
    if (item === undefined || (item.text.trim() !== "" && !belongs(item))) break;
    group.push(item);
  }
  while (group.at(-1)?.text.trim() === "") group.pop();
  while (group[0]?.text.trim() === "") group.shift();
  const main = group[0];
  // Superscripts are smaller; the parts of a fraction have the line's size (0.85 allows for \frac inside running text).
  if (main === undefined || main.size < 0.85 * line.size || group.length > 24) return undefined;
  if (Math.abs(main.y - line.y) < 0.42 * line.size) return undefined;
  const [built, ...more] = buildLines(group);
  if (built === undefined || more.length > 0) return undefined;
  return { ...built, lastIndex: index - 1 };
}

function mergeRuns(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last && isLetters(last) && isLetters(run) && last.at === run.at) {
      merged[merged.length - 1] = { at: last.at, text: last.text + run.text };
    } else {
      merged.push(run);
    }
  }
  return merged;
}
