import type { Box } from "../schema.ts";
import type { ReviewedPassage } from "./page-review.ts";

type Places = Pick<ReviewedPassage, "boxes" | "continues">;

/** About one and a half lines of text, as a part of the page's height: a box that low is not cut. */
const lowBox = 0.03;

/**
 * Divides a passage's boxes between its first part (`share` of its text, 0..1) and its second one: down the boxes in
 * reading order, on this page and the next. A box of a single line goes to both, and neither part is left without a box.
 */
export function divideBoxes({ boxes, continues }: Places, share: number): readonly [Places, Places] {
  const parts = [
    ...boxes.map((box) => ({ box, pdfPage: undefined })),
    ...continues.flatMap(({ pdfPage, boxes: more }) => more.map((box) => ({ box, pdfPage }))),
  ];
  const height = parts.reduce((sum, { box }) => sum + box[3], 0);
  let left = height * share;
  const halves: [typeof parts, typeof parts] = [[], []];
  for (const { box, pdfPage } of parts) {
    const [x, y, width, own] = box;
    const cut = Math.min(Math.max(left, 0), own);
    left -= own;
    if (cut >= own - 1e-9) halves[0].push({ box, pdfPage });
    else if (cut <= 1e-9) halves[1].push({ box, pdfPage });
    else if (own < lowBox) for (const half of halves) half.push({ box, pdfPage });
    else {
      halves[0].push({ box: [x, y, width, round(cut)], pdfPage });
      halves[1].push({ box: [x, round(y + cut), width, round(own - cut)], pdfPage });
    }
  }
  return [placesOf(halves[0], boxes.slice(0, 1)), placesOf(halves[1], boxes.slice(-1))];
}

/** Boxes of two passages that become one: what stands right under the other in its column is one rectangle again. */
export function joinBoxes(first: readonly Box[], second: readonly Box[]): Box[] {
  const [last, next] = [first.at(-1), second[0]];
  if (last === undefined || next === undefined) return [...first, ...second];
  const isNear = (one: number, other: number) => Math.abs(one - other) < 0.003;
  const isSame = last.every((value, index) => isNear(value, next[index] ?? 0));
  if (isSame) return [...first, ...second.slice(1)];
  const isBelow = isNear(next[1], last[1] + last[3]) && isNear(next[0], last[0]) && isNear(next[2], last[2]);
  if (!isBelow) return [...first, ...second];
  const whole: Box = [last[0], last[1], last[2], round(last[3] + next[3])];
  return [...first.slice(0, -1), whole, ...second.slice(1)];
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;

/** A passage is filed under the page that it begins on: there it keeps a box, if only `least`. */
function placesOf(half: readonly { box: Box; pdfPage: number | undefined }[], least: readonly Box[]): Places {
  const own = half.filter(({ pdfPage }) => pdfPage === undefined).map(({ box }) => box);
  const pages = [...new Set(half.flatMap(({ pdfPage }) => (pdfPage === undefined ? [] : [pdfPage])))];
  return {
    boxes: own.length > 0 ? own : least,
    continues: pages.map((pdfPage) => ({
      pdfPage,
      boxes: half.filter((part) => part.pdfPage === pdfPage).map(({ box }) => box),
    })),
  };
}
