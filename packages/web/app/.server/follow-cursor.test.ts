import { expect, test } from "vitest";
import { followCursor } from "./follow-cursor.ts";

/** Pages of two: 0 1 | 2 3 | 4. */
const read = async ({ cursor }: { cursor?: string }) => {
  const from = Number(cursor ?? 0);
  const items = [from, from + 1].filter((item) => item < 5);
  return { items, ...(from + 2 < 5 && { cursor: String(from + 2) }) };
};

test("every page is read", async () => {
  expect(await followCursor(read, 9)).toEqual([0, 1, 2, 3, 4]);
});

test("no more pages are read than allowed", async () => {
  expect(await followCursor(read, 2)).toEqual([0, 1, 2, 3]);
});
