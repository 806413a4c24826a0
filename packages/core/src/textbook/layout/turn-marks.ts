import { turnBox } from "../recognise/turn-box.ts";
import type { Box } from "../schema.ts";
import type { Mark } from "./build-chunks.ts";
import type { ReadPage } from "./page-text.ts";

/** Marks on crooked scans, which were straightened for recognition, laid over the page's image as it is. */
export function turnMarks(marks: readonly Mark[], pages: readonly ReadPage[]): readonly Mark[] {
  return marks.map((mark) => {
    const page = pages.find(({ pdfPage }) => pdfPage === mark.pdfPage);
    if (!page?.turnedDegrees) return mark;
    return { ...mark, box: withinPage(turnBox(mark.box, page, page.turnedDegrees)) };
  });
}

function withinPage([x, y, width, height]: Box): Box {
  const left = Math.min(1, Math.max(0, x));
  const top = Math.min(1, Math.max(0, y));
  return [left, top, Math.min(1, x + width) - left, Math.min(1, y + height) - top].map(rounded) as Box;
}

const rounded = (value: number) => Math.round(Math.max(0, value) * 10_000) / 10_000;
