import { expect, test } from "vitest";
import { endOfDayMs } from "./end-of-day.ts";

test("a day ends at midnight in Ulaanbaatar", () => {
  expect(new Date(endOfDayMs("2026-12-03") ?? 0).toISOString()).toBe("2026-12-03T15:59:59.999Z");
});

test.each(["", "3 December", "2026-13-40", "2026-12-03T10:00"])("«%s» is no day", (typed) => {
  expect(endOfDayMs(typed)).toBeUndefined();
});
