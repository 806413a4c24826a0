import type { Raster } from "./raster.ts";

/** Inches: ruled lines are longer than any stroke of a letter, and thinner than this. */
const shortestAcross = 0.8;
const shortestDown = 0.45;
const thickestRule = 0.035;
/** A row of serifs looks like a rule too, but letters hang on it: so much of a rule must stand free. */
const freeShare = 0.88;
/** Rules are often grey: everything that is not paper counts. */
const ruleBelow = 200;
/** Noise and the rest of a degree break a ruled line up by so many pixels. */
const widestBreak = 2;

/** Whitens the ruled lines of tables and boxes in place: between them the engine reads cells, with them it reads noise. */
export function eraseRules(raster: Raster, dpi: number): void {
  const { data, width, height } = raster;
  const thickest = Math.max(3, Math.round(thickestRule * dpi));
  // A plain loop: the mapping callback of Uint8Array.from takes a second for four million pixels.
  const ink = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 1) ink[at] = (data[at] ?? 255) < ruleBelow ? 1 : 0;
  for (let y = 0; y < height; y += 1)
    eraseAlong(data, ink, { first: y * width, step: 1, count: width, across: width }, shortestAcross * dpi, thickest);
  for (let x = 0; x < width; x += 1)
    eraseAlong(data, ink, { first: x, step: width, count: height, across: 1 }, shortestDown * dpi, thickest);
}

interface Track {
  /** Index of the first pixel, distance of neighbours, how many, and the distance of the next track. */
  readonly first: number;
  readonly step: number;
  readonly count: number;
  readonly across: number;
}

function eraseAlong(data: Uint8Array, ink: Uint8Array, track: Track, shortest: number, thickest: number): void {
  const { first, step, count } = track;
  let start = -1;
  let last = -1;
  for (let at = 0, pixel = first; at <= count; at += 1, pixel += step) {
    if (at < count && ink[pixel] === 1) {
      if (start < 0) start = at;
      last = at;
    } else if (start >= 0 && (at - last > widestBreak || at === count)) {
      if (last - start >= shortest) eraseRun(data, ink, track, start, last, thickest);
      start = -1;
    }
  }
}

function eraseRun(data: Uint8Array, ink: Uint8Array, track: Track, from: number, to: number, thickest: number): void {
  const free: { pixel: number; above: number; below: number }[] = [];
  for (let at = from; at <= to; at += 1) {
    const pixel = track.first + at * track.step;
    const above = inkBeyond(ink, pixel, -track.across, thickest);
    const below = inkBeyond(ink, pixel, track.across, thickest);
    if (above + below < thickest) free.push({ pixel, above, below });
  }
  if (free.length < freeShare * (to - from + 1)) return;
  // Where a letter crosses the rule, the letter stays.
  for (const { pixel, above, below } of free) {
    // The grey rim goes too.
    for (let off = -above - 2; off <= below + 2; off += 1) {
      const index = pixel + off * track.across;
      if (index >= 0 && index < data.length) data[index] = 255;
    }
  }
}

function inkBeyond(ink: Uint8Array, pixel: number, step: number, most: number): number {
  let count = 0;
  while (count < most && ink[pixel + (count + 1) * step] === 1) count += 1;
  return count;
}
