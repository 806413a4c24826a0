import type { Box } from "../schema.ts";

/**
 * Where a box of the straightened page lies on the page as scanned: turns it back by `turnedDegrees` (see `RecognisedPage`)
 * about the page's middle. Takes and gives fractions of the page; width and height in points.
 */
export function turnBox(
  box: Box,
  page: { readonly width: number; readonly height: number },
  turnedDegrees: number,
): Box {
  const angle = (-turnedDegrees * Math.PI) / 180;
  const [x, y, width, height] = box;
  const [fromX, fromY] = [(x + width / 2 - 0.5) * page.width, (y + height / 2 - 0.5) * page.height];
  const middleX = fromX * Math.cos(angle) - fromY * Math.sin(angle);
  const middleY = fromX * Math.sin(angle) + fromY * Math.cos(angle);
  return [middleX / page.width + 0.5 - width / 2, middleY / page.height + 0.5 - height / 2, width, height];
}
