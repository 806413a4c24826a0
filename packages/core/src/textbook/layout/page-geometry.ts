import { bodySize } from "./body-size.ts";
import type { Line } from "./page-text.ts";
import type { BarePage } from "./running-heads.ts";

/** What paragraphs of a page are judged by. */
export interface PageGeometry {
  /** Size of the running text. */
  readonly body: number;
  /** Usual distance of two baselines within a paragraph. */
  readonly pitch: number;
  readonly left: number;
  readonly right: number;
}

/** Measures a page: size and leading of its text, and the edges between which it stands. */
export function measurePage(page: BarePage, bookBody: number): PageGeometry {
  const lines = page.blocks.filter((block) => block.kind === "line");
  const text = lines.filter((line) => Math.abs(line.size - bookBody) < 0.6);
  const pitches: number[] = [];
  text.forEach((line, index) => {
    const next = text[index + 1];
    const step = next === undefined ? 0 : next.y - line.y;
    if (step > 0.8 * line.size && step < 2.2 * line.size) pitches.push(step);
  });
  const measured = text.length > 0 ? text : lines;
  return {
    body: bookBody,
    // The lower quartile: a page of one-line paragraphs has more wide steps than narrow ones.
    pitch: pitches.sort((a, b) => a - b)[Math.floor(pitches.length / 4)] ?? 1.45 * bookBody,
    left: Math.min(...measured.map((line) => line.x)),
    right: Math.max(...measured.map((line) => line.x1)),
  };
}

export const bookBodySize = (pages: readonly BarePage[]): number =>
  bodySize(pages.flatMap((page) => page.blocks.filter((block): block is Line => block.kind === "line")));
