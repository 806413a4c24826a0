import { describe, expect, it } from "vitest";
import { findTables } from "./find-tables.ts";
import { orderLines } from "./order-lines.ts";
import type { Line } from "./page-text.ts";
import { writeRuns } from "./write-runs.ts";

const line = (text: string, x: number, y: number, width: number): Line => ({
  kind: "line",
  runs: [{ at: "base", text }],
  x,
  x1: x + width,
  y,
  top: y - 8,
  bottom: y + 2,
  size: 10,
  font: "f1",
});
const textOf = (lines: readonly Line[]) => lines.map((each) => writeRuns(each.runs));

describe("orderLines", () => {
  const left = Array.from({ length: 8 }, (_unused, index) => line(`зүүн ${index}`, 50, 100 + index * 15, 210));
  const right = Array.from({ length: 8 }, (_unused, index) => line(`баруун ${index}`, 310, 107 + index * 15, 210));
  const title = line("гарчиг", 50, 60, 470);

  it("keeps the content stream's order where it reads column after column", () => {
    const stream = [title, ...left, ...right];
    expect(orderLines(stream, 595)).toEqual(stream);
  });

  it("reads columns apart where the stream zig-zags by height", () => {
    const stream = [title, ...left.flatMap((each, index) => [each, right[index] ?? each])];
    expect(textOf(orderLines(stream, 595))).toEqual(textOf([title, ...left, ...right]));
  });

  it("keeps bands between full-width lines apart", () => {
    const middle = line("дунд гарчиг", 50, 156, 470);
    const zigzag = left.flatMap((each, index) => [each, right[index] ?? each]);
    const stream = [title, ...zigzag.slice(0, 8), middle, ...zigzag.slice(8)];
    const ordered = textOf(orderLines(stream, 595));
    expect(ordered.indexOf("баруун 3")).toBeLessThan(ordered.indexOf("дунд гарчиг"));
    expect(ordered.indexOf("зүүн 4")).toBeGreaterThan(ordered.indexOf("дунд гарчиг"));
  });
});

describe("findTables", () => {
  const rowsOf = (lines: readonly Line[]) =>
    findTables(lines).flatMap((block) => (block.kind === "table" ? [block.rows] : []));

  it("puts the lines of a cell together, also beside a cell of one line", () => {
    const lines = [
      line("Хүснэгт 2.1. Масс ба жин", 50, 20, 120),
      line("Шинж", 50, 40, 30),
      line("Масс", 200, 40, 30),
      line("Байрлалаас хамаа-", 50, 60, 90),
      line("рах эсэх", 50, 72, 40),
      line("хамаарахгүй", 200, 66, 60),
      line("Дараагийн догол мөр хуудасны бүх өргөнөөр үргэлжилнэ.", 50, 100, 400),
    ];
    expect(rowsOf(lines)).toEqual([
      [
        ["Шинж", "Масс"],
        ["Байрлалаас хамаарах эсэх", "хамаарахгүй"],
      ],
    ]);
    expect(findTables(lines).at(-1)).toBe(lines.at(-1));
  });

  it("finds a table without caption from three rows on", () => {
    const rows = [20, 40, 60].flatMap((y) => [line(`a${y}`, 50, y, 30), line(`b${y}`, 200, y, 30)]);
    expect(rowsOf(rows)).toHaveLength(1);
    expect(rowsOf(rows.slice(0, 4))).toHaveLength(0);
  });

  it("takes contents with dot leaders for no table", () => {
    const rows = [20, 40, 60].flatMap((y) => [line("1.1 Зам . . . . . . . .", 50, y, 200), line("10", 300, y, 10)]);
    expect(rowsOf(rows)).toEqual([]);
  });
});
