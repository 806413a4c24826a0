import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { type PageImage, RecognitionFailed } from "../textbook/recognise/page-recogniser.ts";
import { createOcr } from "./ocr.ts";
import { createPdfReader } from "./pdf-reader.ts";

const book = fileURLToPath(new URL("../../../../scripts/sample-data/books/pdf/biologi-8.pdf", import.meta.url));
const ocr = createOcr();
afterAll(() => ocr.close());

/** A page of a sample book as a scanner would give it: a picture, crooked by `degrees`. */
async function scan(pdfPage: number, degrees: number): Promise<PageImage> {
  const pdf = await createPdfReader().open(new Uint8Array(readFileSync(book)));
  const drawn = await pdf.scanPage(pdfPage);
  await pdf.close();
  if (drawn === undefined) throw new Error("the page is empty");
  const { image, dpi } = drawn;
  const turned = await sharp(image).rotate(degrees, { background: "#fff" }).png().toBuffer();
  return { pdfPage, image: new Uint8Array(turned), dpi };
}

test(
  "a crooked picture of a page is read as Mongolian text with places and confidence",
  { timeout: 120_000 },
  async () => {
    const { page, lines, turnedDegrees } = await ocr.recognise(await scan(6, -1.5));
    expect(turnedDegrees).toBeCloseTo(1.5, 0);
    expect(page.pdfPage).toBe(6);
    const prose = lines.filter(({ isFormula, text }) => !isFormula && /[а-яөү]{4}/u.test(text));
    expect(prose.length).toBeGreaterThan(10);
    expect(prose.map(({ text }) => text).join(" ")).toMatch(/[өү]/u);
    expect(prose.filter(({ confidence }) => confidence >= 75).length).toBeGreaterThan(0.8 * prose.length);
    for (const { x, x1, top, bottom } of lines) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x1).toBeLessThanOrEqual(page.width);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThanOrEqual(page.height);
    }
    expect(page.items.map(({ y }) => y)).toEqual(page.items.map(({ y }) => y).sort((a, b) => a - b));
  },
);

test("what is no picture is refused, and the next page is read all the same", { timeout: 120_000 }, async () => {
  await expect(ocr.recognise({ pdfPage: 1, image: new Uint8Array([1, 2, 3]), dpi: 150 })).rejects.toThrow(
    RecognitionFailed,
  );
  const blank = await sharp({ create: { width: 400, height: 400, channels: 3, background: "#fff" } })
    .png()
    .toBuffer();
  const { lines } = await ocr.recognise({ pdfPage: 2, image: new Uint8Array(blank), dpi: 150 });
  expect(lines).toEqual([]);
});

test("a page that takes too long is given up", { timeout: 60_000 }, async () => {
  const hasty = createOcr({ timeoutMs: 1 });
  await expect(hasty.recognise(await scan(6, 0))).rejects.toThrow(RecognitionFailed);
  await hasty.close();
});
