import type { Line } from "./page-text.ts";

/**
 * Reading order of a page. The content stream's own order is right in nearly every book; only where it zig-zags between
 * two columns (some programs sort a page by height) are the lines ordered by their place: bands between full-width
 * lines, in each band the left column before the right one.
 */
export function orderLines(lines: readonly Line[], pageWidth: number): Line[] {
  if (!zigzags(lines, pageWidth)) return [...lines];
  const gutter = findGutter(lines, pageWidth);
  const downwards = [...lines].sort((a, b) => a.y - b.y || a.x - b.x);
  if (gutter === undefined) return downwards;

  const ordered: Line[] = [];
  let band: Line[] = [];
  const closeBand = () => {
    ordered.push(...band.filter((line) => line.x < gutter), ...band.filter((line) => line.x >= gutter));
    band = [];
  };
  for (const line of downwards) {
    if (line.x < gutter - 1 && line.x1 > gutter + 1) {
      closeBand();
      ordered.push(line);
    } else {
      band.push(line);
    }
  }
  closeBand();
  return ordered;
}

function zigzags(lines: readonly Line[], pageWidth: number): boolean {
  let changes = 0;
  let counted = 0;
  let column: boolean | undefined;
  for (const line of lines) {
    const share = (line.x1 - line.x) / pageWidth;
    // Cells of a table are narrower than a column, full lines wider.
    if (share < 0.18 || share > 0.5) continue;
    const isRight = line.x > 0.45 * pageWidth;
    counted += 1;
    if (column !== undefined && column !== isRight) changes += 1;
    column = isRight;
  }
  return changes >= 6 && changes > 0.25 * counted;
}

/** The place near the middle that fewest lines cross, where both sides hold real columns. */
function findGutter(lines: readonly Line[], pageWidth: number): number | undefined {
  let best: { x: number; crossing: number } | undefined;
  const isColumnLine = (line: Line) => line.x1 - line.x > 0.22 * pageWidth;
  for (let x = 0.38 * pageWidth; x <= 0.62 * pageWidth; x += 2) {
    const crossing = lines.filter((line) => line.x < x - 1 && line.x1 > x + 1).length;
    const left = lines.filter((line) => line.x1 <= x + 1 && isColumnLine(line)).length;
    const right = lines.filter((line) => line.x >= x - 1 && isColumnLine(line)).length;
    if (left >= 6 && right >= 6 && (best === undefined || crossing < best.crossing)) best = { x, crossing };
  }
  return best && best.crossing <= Math.max(3, 0.12 * lines.length) ? best.x : undefined;
}
