import { expect, test } from "vitest";
import { fromLocalField, toLocalField } from "./ulaanbaatar-time.ts";

test("a date-and-time field speaks Ulaanbaatar's time", () => {
  const timeMs = Date.UTC(2026, 10, 23, 20, 5);
  expect(toLocalField(timeMs)).toBe("2026-11-24T04:05");
  expect(fromLocalField("2026-11-24T04:05")).toBe(timeMs);
  expect(fromLocalField("2026-11-24T04:05:33")).toBe(timeMs);
  for (const wrong of ["", "yesterday", "2026-11-24", "2026-13-45T99:99"]) expect(fromLocalField(wrong)).toBeNaN();
});
