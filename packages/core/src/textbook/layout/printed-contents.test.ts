import { expect, test } from "vitest";
import type { Line } from "./page-text.ts";
import { readContentsLines, withoutFurtherLists } from "./printed-contents.ts";

const line = (text: string, x: number, y: number): Line => {
  const place = { x, x1: x + 5 * text.length, y, top: y - 8, bottom: y + 2, size: 10, font: "f1" };
  return { kind: "line", runs: [{ at: "base", text }], ...place };
};
const sections = ["1.1 Эс . . . . . 1", "1.2 Эд . . . . . 3", "1.3 Эрхтэн . . . . . 7", "A.1 Хэмжих нэгж . . . . . 9"];
const dotted = sections.map((text, at) => line(text, 60, 120 + 14 * at));

test("a chapter without dots is read with the number at the column's end, its sections lie deeper", () => {
  const entries = readContentsLines([line("1 Бие махбод", 50, 106), line("1", 440, 106), ...dotted]);
  expect(entries.map(({ level, title, printedPage }) => [level, title, printedPage])).toEqual([
    [1, "1 Бие махбод", "1"],
    [2, "1.1 Эс", "1"],
    [2, "1.2 Эд", "3"],
    [2, "1.3 Эрхтэн", "7"],
    [2, "A.1 Хэмжих нэгж", "9"],
  ]);
});

test("a page with a number beside a word is no contents", () => {
  expect(readContentsLines([line("Нийт", 50, 106), line("12", 440, 106)])).toEqual([]);
});

const entriesOn = (...pages: number[]) =>
  pages.map((page) => ({ level: 1, title: `Бүлэг ${page}`, printedPage: String(page) }));

test("the list of figures after the contents is none of them, one misread number ends nothing", () => {
  const contents = entriesOn(1, 5, 9, 20, 31);
  expect(withoutFurtherLists([...contents, ...entriesOn(2, 8, 30)])).toEqual(contents);
  const misread = entriesOn(1, 5, 9, 88, 20, 31);
  expect(withoutFurtherLists(misread)).toEqual(misread);
  const dropped = entriesOn(1, 5, 9, 20, 3, 31);
  expect(withoutFurtherLists(dropped)).toEqual(dropped);
});
