import { expect, test } from "vitest";
import { correctWord } from "./correct-word.ts";
import { cropRaster } from "./crop-raster.ts";
import { eraseDots } from "./erase-dots.ts";
import { eraseRules } from "./erase-rules.ts";
import { findSkew } from "./find-skew.ts";
import { looksLikeFormula } from "./formula-line.ts";
import type { Raster } from "./raster.ts";
import { tidyWords } from "./tidy-words.ts";
import { turnBox } from "./turn-box.ts";
import { turnRaster } from "./turn-raster.ts";
import { findUnreadEdges } from "./unread-edges.ts";

const dpi = 100;
const blank = (width = 400, height = 300): Raster => ({
  data: new Uint8Array(width * height).fill(255),
  width,
  height,
});
const paint = (raster: Raster, x: number, y: number, width: number, height: number) => {
  for (let row = y; row < y + height; row += 1)
    raster.data.fill(0, row * raster.width + x, row * raster.width + x + width);
};
const inkOf = ({ data }: Raster) => data.filter((value) => value < 128).length;

/** Rows of letter-like strokes. */
function textPage(): Raster {
  const raster = blank(800, 900);
  for (let line = 0; line < 30; line += 1) {
    for (let letter = 0; letter < 60; letter += 1) paint(raster, 60 + letter * 11, 40 + line * 27, 5, 12);
  }
  return raster;
}

test.each([-3, -1.2, 0, 0.6, 4])("a page turned by %d degrees is found and set straight", (degrees) => {
  const crooked = turnRaster(textPage(), -degrees);
  expect(findSkew(crooked)).toBeCloseTo(degrees, 0);
  expect(Math.abs(findSkew(turnRaster(crooked, findSkew(crooked))))).toBeLessThan(0.15);
});

test("ruled lines go, letters on a line stay", () => {
  const raster = blank();
  paint(raster, 20, 50, 300, 2);
  paint(raster, 20, 50, 2, 200);
  eraseRules(raster, dpi);
  // Where two rules cross, a speck may stay.
  expect(inkOf(raster)).toBeLessThan(10);
  raster.data.fill(255);
  // The tops of a serif word: a thin row on which stems hang.
  paint(raster, 20, 100, 300, 2);
  for (let stem = 0; stem < 30; stem += 1) paint(raster, 20 + stem * 10, 100, 3, 15);
  const before = inkOf(raster);
  eraseRules(raster, dpi);
  expect(inkOf(raster)).toBe(before);
});

test("dot leaders go and are reported, a full stop and an ellipsis stay", () => {
  const raster = blank();
  for (let dot = 0; dot < 20; dot += 1) paint(raster, 40 + dot * 8, 60, 2, 2);
  for (let dot = 0; dot < 3; dot += 1) paint(raster, 40 + dot * 8, 160, 2, 2);
  const leaders = eraseDots(raster, dpi);
  expect(leaders).toHaveLength(1);
  expect(leaders[0]?.x).toBeLessThan(45);
  expect(leaders[0]?.x1).toBeGreaterThan(185);
  expect(inkOf(raster)).toBe(12);
});

test("a page number that no line covers is found, one that was read is not", () => {
  const raster = blank(800, 1000);
  paint(raster, 390, 950, 8, 12);
  paint(raster, 402, 950, 8, 12);
  expect(findUnreadEdges(raster, [], dpi)).toEqual([{ x: 390, x1: 409, top: 950, bottom: 961 }]);
  const word = { text: "12", confidence: 90, x: 389, x1: 411, top: 949, bottom: 962 };
  expect(findUnreadEdges(raster, [{ baseline: 962, words: [word] }], dpi)).toEqual([]);
});

test("a crop keeps the word and a white margin", () => {
  const raster = blank();
  paint(raster, 50, 50, 20, 10);
  const crop = cropRaster(raster, { x: 50, x1: 70, top: 50, bottom: 60 }, 8);
  expect([crop.width, crop.height, inkOf(crop)]).toEqual([36, 26, 200]);
});

test("a box turned back lies where the scan had it", () => {
  const page = { width: 600, height: 800 };
  expect(turnBox([0.4, 0.4, 0.2, 0.2], page, 5)).toEqual([0.4, 0.4, 0.2, 0.2].map((value) => expect.closeTo(value)));
  const [, y] = turnBox([0.9, 0.5, 0, 0], page, 1);
  expect((y - 0.5) * page.height).toBeCloseTo(-240 * Math.sin(Math.PI / 180), 1);
});

test.each([
  ["30хицуулдаг", "зохицуулдаг"],
  ["6yroy", "буюу"],
  ["хүчилтөрегчийн", "хүчилтөрөгчийн"],
  ["Newton", "Newton"],
  ["DNA", "DNA"],
  ["20кг", "20кг"],
  ["9А", "9А"],
  ["хөдөлгөөн", "хөдөлгөөн"],
  ["Хорезми", "Хорезми"],
])("%s is read as %s", (word, expected) => {
  expect(correctWord(word)).toBe(expected);
});

test.each([
  ["ах +bx+c=0,a+0", 43, true],
  ["F=m-a, a=F/m", 90, true],
  ["2a", 96, true],
  ["Хүснэгт 2. Масс, хүч, хурдатгалын хамаарал", 95, false],
  ["Бодолт: хурдатгал a = 20 / 10 = 2 м/с", 70, false],
  ["2 10 5", 95, false],
])("%s is a formula: %s", (text, confidence, expected) => {
  expect(looksLikeFormula(text, confidence)).toBe(expected);
});

const wordsOf = (line: string) =>
  line.split(" ").map((text, at) => ({ text, confidence: 70, x: at * 50, x1: at * 50 + 40, top: 0, bottom: 12 }));
const tidied = (line: string) =>
  tidyWords(wordsOf(line))
    .map(({ text }) => text)
    .join(" ");

test.each([
  ["| Шаардлагатай зүйл |", "Шаардлагатай зүйл"],
  ['масстай биед 1 м/с" хурдатгал', "масстай биед 1 м/с² хурдатгал"],
  ["ажиллах ба 40 “С-аас дээш", "ажиллах ба 40 °C-аас дээш"],
  ["З.Сансрын нисгэгч багажаа", "3. Сансрын нисгэгч багажаа"],
  ["Автотроф - органик бус бодис", "Автотроф – органик бус бодис"],
  ["тэгшитгэл 2x% — 7x + 3 = 0", "тэгшитгэл 2x² − 7x + 3 = 0"],
  ["Биологи | ЇХ анги", "Биологи IX анги"],
  ["цэнэгийн хэмжээ хоёр дахин нэмэгдэв.", "цэнэгийн хэмжээ хоёр дахин нэмэгдэв."],
])("the line «%s» is tidied", (line, expected) => {
  expect(tidied(line)).toBe(expected);
});
