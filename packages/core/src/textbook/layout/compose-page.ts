import { buildLines } from "./build-lines.ts";
import { foldRules } from "./fold-rules.ts";
import { findTables } from "./find-tables.ts";
import { orderLines } from "./order-lines.ts";
import { leastConfidence, type Line, type RawPage, type ReadPage, type Run, type Table } from "./page-text.ts";

/** Turns the items of one page into lines and tables in reading order. Pure: the same page always reads the same. */
export function composePage(page: RawPage): ReadPage {
  const lines = orderLines(buildLines(foldRules(page.items, page.rules ?? [])), page.width);
  return { pdfPage: page.pdfPage, width: page.width, height: page.height, blocks: joinBaselines(findTables(lines)) };
}

/** Outside tables, neighbours on one baseline are one line again: justified text, contents with their page numbers. */
function joinBaselines(blocks: readonly (Line | Table)[]): (Line | Table)[] {
  const joined: (Line | Table)[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind === "line" && last?.kind === "line" && isSameLine(last, block)) {
      joined[joined.length - 1] = {
        ...last,
        runs: withSpace(last.runs, block.runs),
        ...leastConfidence(last, block),
        x1: block.x1,
        top: Math.min(last.top, block.top),
        bottom: Math.max(last.bottom, block.bottom),
      };
    } else {
      joined.push(block);
    }
  }
  return joined;
}

function isSameLine(left: Line, right: Line): boolean {
  const gap = right.x - left.x1;
  return Math.abs(left.y - right.y) < 0.12 * left.size && left.size === right.size && gap >= 0 && gap < 3 * left.size;
}

const withSpace = (left: readonly Run[], right: readonly Run[]): Run[] => [
  ...left,
  { at: "base", text: " " },
  ...right,
];
