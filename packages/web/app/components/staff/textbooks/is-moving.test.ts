import type { TextbookView } from "@ukhaan/core/textbook/schema";
import { expect, test } from "vitest";
import { isMoving } from "./is-moving.ts";

const minuteMs = 60_000;
const book = (state: TextbookView["state"]): TextbookView => ({
  textbookId: "tbk_01J9ZK3T6Q8W5V2X7Y4N1M0PDB",
  title: "Физик",
  subject: "physics",
  grade: 8,
  year: 2026,
  edition: 1,
  language: "mn",
  licence: "",
  publisher: "",
  required: true,
  state,
  pagesDone: 0,
  sample: false,
  createdAtMs: 0,
  updatedAtMs: 0,
});

test.each([
  ["awaiting-upload", 9, true],
  ["awaiting-upload", 11, false],
  ["ingesting", 14, true],
  ["ingesting", 16, false],
  ["ready", 0, false],
  ["failed", 0, false],
  ["replaced", 0, false],
] as const)("a book that is %s since %i minutes is watched: %s", (state, minutes, watched) => {
  expect(isMoving(book(state), minutes * minuteMs)).toBe(watched);
});
