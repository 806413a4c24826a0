/** Greyscale picture: one byte a pixel, 0 is black, rows from top to bottom. */
export interface Raster {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Below this a pixel is ink. */
export const inkBelow = 140;
