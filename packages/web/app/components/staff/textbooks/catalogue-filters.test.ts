import { expect, test } from "vitest";
import { groupEditions, listInput, readFilters } from "./catalogue-filters.ts";

test("an address's filters become what core takes", () => {
  const search = new URLSearchParams("grade=8&subject=physics&required=no&year=&search= хүч &after=abc&other=1");
  expect(listInput(search)).toEqual({
    grade: 8,
    subject: "physics",
    required: false,
    search: "хүч",
    cursor: "abc",
  });
  expect(Object.keys(readFilters(search))).toEqual(["grade", "subject", "required", "search"]);
});

const row = (textbookId: string, edition: number, replacedBy?: string) => ({
  book: { textbookId, edition, ...(replacedBy === undefined ? {} : { replacedBy }) },
});
const shape = (rows: ReturnType<typeof row>[]) =>
  groupEditions(rows).map(({ book, former }) => [book.textbookId, former.map((each) => each.book.textbookId)]);

test.each([
  [
    "none was replaced",
    [row("a", 1), row("b", 1)],
    [
      ["a", []],
      ["b", []],
    ],
  ],
  ["two former editions", [row("a", 1, "b"), row("b", 2, "c"), row("c", 3)], [["c", ["b", "a"]]]],
  [
    "the newer one is on another page",
    [row("a", 1, "z"), row("b", 1)],
    [
      ["a", []],
      ["b", []],
    ],
  ],
])("when %s, every book stands in one place", (_what, rows, expected) => {
  expect(shape(rows)).toEqual(expected);
});

test("records that replace each other lose no book for ever", () => {
  expect(() => shape([row("a", 1, "b"), row("b", 2, "a")])).not.toThrow();
});
