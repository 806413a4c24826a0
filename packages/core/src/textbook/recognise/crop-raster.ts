import type { Raster } from "./raster.ts";

/** A part of a picture with a white margin; pixels outside the picture are white. */
export function cropRaster(
  raster: Raster,
  box: { readonly x: number; readonly x1: number; readonly top: number; readonly bottom: number },
  margin: number,
): Raster {
  const width = Math.max(1, Math.ceil(box.x1 - box.x)) + 2 * margin;
  const height = Math.max(1, Math.ceil(box.bottom - box.top)) + 2 * margin;
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 2; y < height - 2; y += 1) {
    const fromY = Math.floor(box.top) - margin + y;
    if (fromY < 0 || fromY >= raster.height) continue;
    for (let x = 0; x < width; x += 1) {
      const fromX = Math.floor(box.x) - margin + x;
      // Neighbouring words end where the margin begins.
      if (x < margin - 2 || x >= width - margin + 2 || fromX < 0 || fromX >= raster.width) continue;
      data[y * width + x] = raster.data[fromY * raster.width + fromX] ?? 255;
    }
  }
  return { data, width, height };
}
