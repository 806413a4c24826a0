import { inkBelow, type Raster } from "./raster.ts";

/** Scans lie crooked by a few degrees; more is a photograph or a drawing. */
const widestDegrees = 6;
/** Pixels wider pages are looked at more coarsely. */
const sampleWidth = 900;

/**
 * Degrees by which a page's lines rise to the right (negative: fall), between -6 and 6. Text that stands straight leaves the sharpest profile of
 * lower letter edges over the page's rows.
 */
export function findSkew(raster: Raster): number {
  const edges = lowerEdges(raster);
  if (edges.length < 200) return 0;
  const coarse = bestAngle(edges, raster, -widestDegrees, widestDegrees, 0.25);
  const fine = bestAngle(edges, raster, coarse - 0.25, coarse + 0.25, 0.05);
  return Math.round(fine * 100) / 100;
}

/** Ink with paper below it, as x, y pairs. */
function lowerEdges({ data, width, height }: Raster): number[] {
  const step = Math.max(1, Math.round(width / sampleWidth));
  const edges: number[] = [];
  for (let y = 0; y + 1 < height; y += 1) {
    for (let x = 0; x < width; x += step) {
      const at = y * width + x;
      if ((data[at] ?? 255) < inkBelow && (data[at + width] ?? 0) >= inkBelow) edges.push(x, y);
    }
  }
  return edges;
}

function bestAngle(
  edges: readonly number[],
  { width, height }: Raster,
  from: number,
  to: number,
  step: number,
): number {
  let best = { angle: 0, sharpness: -1 };
  const rows = new Int32Array(height + 2 * width);
  for (let angle = from; angle <= to + step / 2; angle += step) {
    rows.fill(0);
    const slope = Math.tan((angle * Math.PI) / 180);
    for (let at = 0; at < edges.length; at += 2) {
      const row = Math.round((edges[at + 1] ?? 0) + slope * (edges[at] ?? 0)) + width;
      rows[row] = (rows[row] ?? 0) + 1;
    }
    let sharpness = 0;
    for (const count of rows) sharpness += count * count;
    if (sharpness > best.sharpness) best = { angle, sharpness };
  }
  return best.angle;
}
