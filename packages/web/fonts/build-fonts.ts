/**
 * Cuts the Golos Text variable font down to the characters of the interface: `node packages/web/fonts/build-fonts.ts`.
 * Writes one WOFF2 per alphabet (a page in Mongolian and English loads all three, about 50 KB) and the licence beside them.
 */
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import subsetFont from "subset-font";

const source = new URL("../../../node_modules/@fontsource-variable/golos-text/", import.meta.url);
const target = new URL("../app/assets/fonts/", import.meta.url);

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, offset) => String.fromCodePoint(from + offset)).join("");

const alphabets = {
  latin: `${range(0x20, 0x7e)}\u00a0«»°·×÷±²³–—‘’“”„…•−`,
  cyrillic: `${range(0x410, 0x44f)}ЁёІі№`,
  // Mongolian letters first, then the Kazakh ones that stand in names of Bayan-Ölgii.
  "cyrillic-ext": "ӨөҮүҰұӘәҚқҢңҒғҺһ",
};

await mkdir(target, { recursive: true });
for (const [alphabet, characters] of Object.entries(alphabets)) {
  const font = await readFile(new URL(`files/golos-text-${alphabet}-wght-normal.woff2`, source));
  const cut = await subsetFont(font, characters, {
    targetFormat: "woff2",
    variationAxes: { wght: { min: 400, max: 700 } },
  });
  await writeFile(new URL(`golos-text-${alphabet}.woff2`, target), cut);
}
await copyFile(new URL("LICENSE", source), new URL("OFL.txt", target));
