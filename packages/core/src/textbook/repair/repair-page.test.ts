import { expect, test } from "vitest";
import { corruptions } from "../../../../../tests/evals/text-layer-corruptions.ts";
import type { RawPage } from "../layout/page-text.ts";
import { repairPage } from "./repair-page.ts";

const place = { width: 20, size: 10, font: "f1" };
const pageOf = (...texts: string[]): RawPage => ({
  pdfPage: 1,
  width: 595,
  height: 842,
  items: texts.map((text, at) => ({ ...place, text, x: 50 + 20 * (at % 10), y: 100 + 14 * Math.floor(at / 10) })),
  rules: [],
});

test("pieces that touch make one word, and every item keeps its place", () => {
  const damaged =
    corruptions["cp1251"]?.("Фото|син|те|зийн| явцад |нүүрс|хүч|лийн| хий |үү|сэж| хүчил|төрөгч |ялгарна").split("|") ??
    [];
  const { page, repair, before, after } = repairPage(pageOf(...damaged));
  expect(page.items.map(({ text }) => text).join("")).toBe(
    "Фотосинтезийн явцад нүүрсхүчлийн хий үүсэж хүчилтөрөгч ялгарна",
  );
  expect(page.items.map(({ x, y }) => [x, y])).toEqual(pageOf(...damaged).items.map(({ x, y }) => [x, y]));
  expect([repair, before.verdict, after.verdict]).toEqual(["cp1251", "suspect", "clean"]);
});

test("a clean page is given back itself", () => {
  const page = pageOf("Өдөр ", "ургамал ", "амьсгалахын ", "зэрэгцээ ", "фотосинтез ", "явуулдаг");
  expect(repairPage(page).page).toBe(page);
});
