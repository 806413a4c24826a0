import type { Raster } from "./raster.ts";

/** Turns a picture clockwise about its middle, of the same size, white where nothing was. Between pixels it interpolates. */
export function turnRaster({ data, width, height }: Raster, degrees: number): Raster {
  const turned = new Uint8Array(data.length);
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2];
  for (let y = 0, at = 0; y < height; y += 1) {
    let fromX = middleX + (0 - middleX) * cos + (y - middleY) * sin;
    let fromY = middleY - (0 - middleX) * sin + (y - middleY) * cos;
    for (let x = 0; x < width; x += 1, at += 1, fromX += cos, fromY -= sin) {
      const left = Math.floor(fromX);
      const top = Math.floor(fromY);
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) {
        turned[at] = 255;
        continue;
      }
      const [partX, partY] = [fromX - left, fromY - top];
      const corner = top * width + left;
      const upper = (data[corner] ?? 255) * (1 - partX) + (data[corner + 1] ?? 255) * partX;
      const lower = (data[corner + width] ?? 255) * (1 - partX) + (data[corner + width + 1] ?? 255) * partX;
      turned[at] = Math.round(upper * (1 - partY) + lower * partY);
    }
  }
  return { data: turned, width, height };
}
