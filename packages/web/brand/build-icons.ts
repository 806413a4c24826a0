/** Draws the app icons from `public/favicon.svg`: `node packages/web/brand/build-icons.ts`. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import sharp from "sharp";

const folder = new URL("../public/", import.meta.url);
const mark = await readFile(new URL("favicon.svg", folder));
// Phones cut their own corners out of the icon: it must fill its square.
const square = Buffer.from(mark.toString().replace('rx="7"', 'rx="0"'));

const icons = [
  { file: "apple-touch-icon.png", size: 180 },
  { file: "icon-192.png", size: 192 },
  { file: "icon-512.png", size: 512 },
];
for (const { file, size } of icons) {
  await sharp(square, { density: 72 * (size / 32) })
    .resize(size)
    .png({ palette: true })
    .toFile(fileURLToPath(new URL(file, folder)));
}
