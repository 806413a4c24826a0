import { type DotLeader, eraseDots } from "./erase-dots.ts";
import { eraseRules } from "./erase-rules.ts";
import { findSkew } from "./find-skew.ts";
import type { Raster } from "./raster.ts";
import { turnRaster } from "./turn-raster.ts";

export interface PreparedPage {
  readonly raster: Raster;
  readonly dpi: number;
  /** Where dot leaders were erased, in pixels. */
  readonly leaders: readonly DotLeader[];
  /** See `RecognisedPage`. */
  readonly turnedDegrees: number;
}

/** Straight within this many degrees is straight enough. */
const smallestTurn = 0.1;

/**
 * Makes a page's picture fit for recognition: straight, without ruled lines, leaders and specks. The engine's own
 * straightening leaves the rules of tables in, and reads cells as noise.
 */
export function preparePage(raster: Raster, dpi: number): PreparedPage {
  const skew = findSkew(raster);
  const turnedDegrees = Math.abs(skew) < smallestTurn ? 0 : skew;
  const straight = turnedDegrees === 0 ? { ...raster, data: raster.data.slice() } : turnRaster(raster, turnedDegrees);
  // Leaders first: their dots run together to a rule where the scan is soft.
  const leaders = eraseDots(straight, dpi);
  eraseRules(straight, dpi);
  return { raster: straight, dpi, leaders, turnedDegrees };
}
