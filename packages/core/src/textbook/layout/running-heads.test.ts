import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Line, ReadPage } from "./page-text.ts";
import { printedNumbers, removeRunningHeads } from "./running-heads.ts";
import { writeRuns } from "./write-runs.ts";

const line = (text: string, y: number, size = 10): Line => ({
  kind: "line",
  runs: [{ at: "base", text }],
  x: 50,
  x1: 50 + text.length * 5,
  y,
  top: y - 8,
  bottom: y + 2,
  size,
  font: "f1",
});
const page = (pdfPage: number, ...blocks: Line[]): ReadPage => ({ pdfPage, width: 468, height: 666, blocks });
const textOf = (pages: readonly ReadPage[]) =>
  pages.map(({ blocks }) => blocks.map((block) => (block.kind === "line" ? writeRuns(block.runs) : "")).join("|"));
const body = (y: number) => [
  line("Ногоон ургамал нарны гэрлээс хоол хийдэг", y),
  line("бөгөөд хүчилтөрөгч ялгаруулна.", y + 15),
];

describe("removeRunningHeads", () => {
  it("removes heads and page numbers and remembers the numbers, which are not the PDF's", () => {
    const pages = removeRunningHeads([
      page(4, line("Биологи VIII", 46, 8), ...body(90), line("1", 633, 9)),
      page(5, line("Биологи VIII", 46, 8), ...body(90), line("2", 633, 9)),
    ]);
    expect(textOf(pages)).toEqual(
      Array(2).fill("Ногоон ургамал нарны гэрлээс хоол хийдэг|бөгөөд хүчилтөрөгч ялгаруулна."),
    );
    expect(pages.map(({ printedPage }) => printedPage)).toEqual(["1", "2"]);
  });

  it("finds the number inside the head", () => {
    const pages = removeRunningHeads(
      [2, 3, 4, 5].map((number) => page(number + 14, line(`${number} Мэдвэл зохих зүйлс`, 40), ...body(90))),
    );
    expect(pages.map(({ printedPage }) => printedPage)).toEqual(["2", "3", "4", "5"]);
  });

  it("knows the head of a chapter with one page by its place", () => {
    const heads = ["Биологи | IX анги", "Биологи | IX анги", "Тайлбар | IX анги"];
    const pages = removeRunningHeads(heads.map((head, index) => page(index + 1, line(head, 40, 8), ...body(90))));
    expect(textOf(pages).join()).not.toContain("IX анги");
  });

  it("leaves a chapter's line above its title, and text that stands first on every page", () => {
    const chapters = ["БҮЛЭГ 1.", "БҮЛЭГ 2."].map((name, index) =>
      page(index + 1, line("Биологи VIII", 46, 8), line(name, 83), line("Эс", 105, 20), ...body(150)),
    );
    expect(textOf(removeRunningHeads(chapters)).join()).toContain("БҮЛЭГ 1.|Эс");
  });
});

describe("printedNumbers", () => {
  it.each<[string, (number | undefined)[], (string | undefined)[]]>([
    ["counts a chapter's bare first page", [1, 2, undefined, 4], ["1", "2", "3", "4"]],
    [
      "gives the cover none and counts back to 1",
      [undefined, undefined, undefined, 2, 3],
      [undefined, undefined, "1", "2", "3"],
    ],
    ["believes no stray figure", [1, 2, 77, 4, 5], ["1", "2", "3", "4", "5"]],
    ["takes scattered pages of an excerpt as they are", [4, 8], ["4", "8"]],
    ["has none where none is printed", [undefined, undefined], [undefined, undefined]],
  ])("%s", (_what, numbers, expected) => {
    expect(printedNumbers(numbers.map((number, index) => ({ pdfPage: index + 1, number })))).toEqual(expected);
  });

  it("gives every page its number when one in three is printed, wherever counting begins", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 12, max: 60 }), (offset, count) => {
        const pages = Array.from({ length: count }, (_unused, index) => {
          const number = index + 1 - offset;
          return { pdfPage: index + 1, number: number > 0 && index % 3 === 0 ? number : undefined };
        });
        const found = printedNumbers(pages);
        const last = pages.findLastIndex(({ number }) => number !== undefined);
        if (pages.filter(({ number }) => number !== undefined).length < 2) return;
        pages.slice(0, last + 1).forEach(({ pdfPage }, index) => {
          expect(found[index]).toBe(pdfPage > offset ? String(pdfPage - offset) : undefined);
        });
      }),
    );
  });
});
