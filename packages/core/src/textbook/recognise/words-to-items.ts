import type { TextItem } from "../layout/page-text.ts";
import type { EngineLine, EngineWord } from "./engine-line.ts";
import type { DotLeader } from "./erase-dots.ts";

/** Fonts of recognised text: the engine knows no names, but formulas are told apart. */
export const recognisedFont = "recognised";
export const recognisedFormulaFont = "recognised-formula";

/** Heights over the font size of usual book faces: capitals and digits, small letters without ascender. */
const capitalHeight = 0.72;
const smallHeight = 0.54;
const tall = /[\p{Lu}\p{N}бёйфbdfhklt]/u;

/** Words of recognised lines as text items in points, rows from top to bottom, with dots where leaders stood. */
export function wordsToItems(
  lines: readonly (EngineLine & { readonly isFormula: boolean; readonly confidence: number })[],
  leaders: readonly DotLeader[],
  dpi: number,
): TextItem[] {
  const scale = 72 / dpi;
  const sizes = evenSizes(lines.map((line) => fontSize(line) * scale));
  const rows = lines.map((line, at) => ({ line, size: sizes[at] ?? 0, y: line.baseline * scale }));
  return rows
    .sort((a, b) => a.y - b.y)
    .flatMap(({ line, size, y }) => {
      const font = line.isFormula ? recognisedFormulaFont : recognisedFont;
      const confidence = Math.round(line.confidence) / 100;
      const words = [...line.words, ...leadersOn(line, leaders)].sort((a, b) => a.x - b.x);
      return words.flatMap((word, at): TextItem[] => {
        const item = {
          text: word.text,
          x: word.x * scale,
          y,
          width: (word.x1 - word.x) * scale,
          size,
          font,
          confidence,
        };
        const next = words[at + 1];
        if (next === undefined || (next.x - word.x1) * scale > size) return [item];
        return [item, { ...item, text: " ", x: item.x + item.width, width: (next.x - word.x1) * scale }];
      });
    });
}

/** A leader between the words of a line, filling the gap, so that contents read as contents. */
function leadersOn(line: EngineLine, leaders: readonly DotLeader[]): EngineWord[] {
  const height = Math.max(...line.words.map(({ top, bottom }) => bottom - top), 1);
  return leaders
    .filter(({ y }) => Math.abs(y - line.baseline) < 0.4 * height)
    .flatMap((leader): EngineWord[] => {
      const before = line.words.filter(({ x1 }) => x1 <= leader.x + height).at(-1);
      const after = line.words.find(({ x }) => x >= leader.x1 - height);
      if (!before || !after) return [];
      return [{ text: "......", confidence: 100, x: before.x1 + 1, x1: after.x - 1, top: leader.y, bottom: leader.y }];
    });
}

/** Font size in pixels from the height of letters over the baseline; the engine's own row heights vary by a fifth. */
function fontSize(line: EngineLine): number {
  const sizes = line.words
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
    .map(({ text, top }) => (line.baseline - top) / (tall.test(text) ? capitalHeight : smallHeight))
    .sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}

/** Lines of nearly one size share it: measured sizes scatter by a few percent, the layout compares them. */
function evenSizes(sizes: readonly number[]): number[] {
  const order = sizes.map((size, at) => ({ size, at })).sort((a, b) => a.size - b.size);
  const even = sizes.map(() => 0);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (
      to + 1 < order.length &&
      (order[to + 1]?.size ?? 0) <= 1.06 * (order[to]?.size ?? 0) &&
      (order[to + 1]?.size ?? 0) <= 1.18 * (order[from]?.size ?? 0)
    )
      to += 1;
    const middle = order[Math.floor((from + to) / 2)]?.size ?? 0;
    for (let at = from; at <= to; at += 1) even[order[at]?.at ?? 0] = Math.round(middle * 10) / 10;
    from = to + 1;
  }
  return even;
}
