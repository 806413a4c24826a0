import type { ContentsEntry } from "@ukhaan/core/textbook/schema";
import { expect, test } from "vitest";
import { type ContentsBranch, contentsTree } from "./contents-tree.ts";

const entry = (level: number, title: string): ContentsEntry => ({ level, title, pdfPage: 1 });
const outline = (branches: readonly ContentsBranch[]): unknown[] =>
  branches.map(({ entry, branches }) => (branches.length > 0 ? [entry.title, outline(branches)] : entry.title));

test.each([
  ["nothing", [], []],
  ["one level", [entry(1, "А"), entry(1, "Б")], ["А", "Б"]],
  [
    "chapters with sections",
    [entry(1, "I"), entry(2, "1"), entry(3, "1.1"), entry(2, "2"), entry(1, "II"), entry(2, "3")],
    [
      ["I", [["1", ["1.1"]], "2"]],
      ["II", ["3"]],
    ],
  ],
  ["a book that begins with a section", [entry(2, "1"), entry(1, "I"), entry(3, "1.1")], ["1", ["I", ["1.1"]]]],
  ["levels that begin at zero", [entry(0, "I"), entry(1, "1"), entry(0, "II")], [["I", ["1"]], "II"]],
])("contents of %s keep every entry in its place", (_what, entries, expected) => {
  expect(outline(contentsTree(entries))).toEqual(expected);
});
