import type { EngineLine } from "./engine-line.ts";
import { inkBelow, type Raster } from "./raster.ts";

interface Area {
  readonly x: number;
  readonly x1: number;
  readonly top: number;
  readonly bottom: number;
}

/** Share of the page's height at either edge where page numbers stand. */
const edgeShare = 0.1;
/** Inches: how high figures are, and how wide a page number is at most. */
const lowest = 0.06;
const highest = 0.25;
const widest = 1.2;

/** Places at the upper and lower edge with ink that no line covers: the engine drops lone figures, such as page numbers. */
export function findUnreadEdges(raster: Raster, lines: readonly EngineLine[], dpi: number): readonly Area[] {
  const edge = Math.round(edgeShare * raster.height);
  const words = lines.flatMap((line) => line.words);
  return [...areasOf(raster, 0, edge, words), ...areasOf(raster, raster.height - edge, raster.height, words)].filter(
    ({ x, x1, top, bottom }) => bottom - top >= lowest * dpi && bottom - top <= highest * dpi && x1 - x <= widest * dpi,
  );
}

/** Bands of rows with ink, each with the columns between which it stands. */
function areasOf({ data, width }: Raster, from: number, to: number, words: readonly Area[]): Area[] {
  const areas: Area[] = [];
  let open: { x: number; x1: number; top: number; bottom: number } | undefined;
  for (let y = from; y < to; y += 1) {
    const covered = words.filter((word) => y >= word.top - 3 && y <= word.bottom + 3);
    for (let x = 0; x < width; x += 1) {
      if ((data[y * width + x] ?? 255) >= inkBelow || covered.some((word) => x >= word.x - 3 && x <= word.x1 + 3))
        continue;
      if (open && y - open.bottom > 3) {
        areas.push(open);
        open = undefined;
      }
      open = open
        ? { x: Math.min(open.x, x), x1: Math.max(open.x1, x), top: open.top, bottom: y }
        : { x, x1: x, top: y, bottom: y };
    }
  }
  return open ? [...areas, open] : areas;
}
