import { buildLines } from "./build-lines.ts";
import type { Line, Rule, TextItem } from "./page-text.ts";

/**
 * Replaces the items around each fraction bar and under each root's roof by one item that holds them. Narrow rules come
 * first, so that what is nested is folded before what surrounds it. All other rules (borders, underlines) change nothing.
 */
export function foldRules(items: readonly TextItem[], rules: readonly Rule[]): readonly TextItem[] {
  let folded = items;
  for (const rule of [...rules].sort((a, b) => a.x1 - a.x - (b.x1 - b.x))) {
    folded = foldRoot(folded, rule) ?? foldFraction(folded, rule) ?? folded;
  }
  return folded;
}

const isBlank = (item: TextItem) => item.whole === undefined && item.text.trim() === "";
const end = (item: TextItem) => item.x + item.width;

/** Whether the item stands above or under the rule, judged by its middle. */
function isWithin(item: TextItem, rule: Rule): boolean {
  const middle = item.x + item.width / 2;
  return middle > rule.x - 1 && middle < rule.x1 + 1;
}

const topOf = (item: TextItem) => item.whole?.top ?? item.y - 0.75 * item.size;
const bottomOf = (item: TextItem) => item.whole?.bottom ?? item.y + 0.2 * item.size;

/** Items from `start` on that pass, blanks between them included; `next` is the index after them. */
function takeWhile(items: readonly TextItem[], start: number, passes: (item: TextItem) => boolean) {
  const taken: TextItem[] = [];
  let next = start;
  for (let index = start; index < items.length; index += 1) {
    const item = items[index];
    if (item === undefined) break;
    if (isBlank(item)) {
      taken.push(item);
      continue;
    }
    if (!passes(item)) break;
    taken.push(item);
    next = index + 1;
  }
  return { line: oneLine(taken.slice(0, next - start)), next };
}

function oneLine(items: readonly TextItem[]): Line | undefined {
  const [line, ...more] = buildLines(items);
  return more.length === 0 ? line : undefined;
}

function foldRoot(items: readonly TextItem[], rule: Rule): readonly TextItem[] | undefined {
  for (let index = 0; index < items.length; index += 1) {
    const sign = items[index];
    if (sign === undefined) break;
    if (sign.text.trim() !== "√" || Math.abs(rule.x - end(sign)) > 0.4 * sign.size) continue;
    const { line, next } = takeWhile(items, index + 1, (item) => isWithin(item, rule) && isUnder(item, rule));
    // A roof much wider than what is under it is a border.
    if (line === undefined || rule.x1 - line.x1 > 0.5 * line.size || line.x - rule.x > line.size) continue;
    const { x } = sign;
    const whole = { run: { at: "root" as const, under: line.runs }, top: rule.y, bottom: line.bottom };
    const root: TextItem = { text: "", x, y: line.y, width: rule.x1 - x, size: line.size, font: line.font, whole };
    return [...items.slice(0, index), root, ...items.slice(next)];
  }
  return undefined;
}

function isUnder(item: TextItem, rule: Rule): boolean {
  const drop = topOf(item) - rule.y;
  return drop > -0.35 * item.size && drop < 0.8 * item.size;
}

function foldFraction(items: readonly TextItem[], rule: Rule): readonly TextItem[] | undefined {
  const isAbove = (item: TextItem) => {
    const gap = rule.y - bottomOf(item);
    return isWithin(item, rule) && gap > -0.35 * item.size && gap < 0.8 * item.size && item.y < rule.y + 1;
  };
  const isBelow = (item: TextItem) => {
    const gap = topOf(item) - rule.y;
    return isWithin(item, rule) && gap > -0.35 * item.size && gap < 0.8 * item.size && item.y > rule.y;
  };
  const start = items.findIndex((item) => !isBlank(item) && isAbove(item));
  if (start < 0) return undefined;
  const above = takeWhile(items, start, isAbove);
  const below = takeWhile(items, above.next, isBelow);
  if (above.line === undefined || below.line === undefined) return undefined;
  const widest = Math.max(above.line.x1 - above.line.x, below.line.x1 - below.line.x);
  const { size, font } = above.line;
  // A bar is as wide as the wider of its parts; borders and underlines are not.
  if (Math.abs(rule.x1 - rule.x - widest) > 0.7 * size) return undefined;
  const whole = {
    run: { at: "fraction" as const, above: above.line.runs, below: below.line.runs },
    top: above.line.top,
    bottom: below.line.bottom,
  };
  // The bar lies on the axis, a quarter of the font size above the baseline.
  const fraction: TextItem = {
    text: "",
    x: rule.x,
    y: rule.y + 0.26 * size,
    width: rule.x1 - rule.x,
    size,
    font,
    whole,
  };
  return [...items.slice(0, start), fraction, ...items.slice(below.next)];
}
