import { expect, test } from "vitest";
import { daysBetween, weekOf, weeksBetween } from "./weeks.ts";

test.each([
  ["2026-11-16", "2026-11-16"],
  ["2026-11-21", "2026-11-16"],
  ["2026-11-22", "2026-11-16"],
  ["2026-11-23", "2026-11-23"],
  ["2026-01-01", "2025-12-29"],
  ["2028-03-01", "2028-02-28"],
])("the week of %s begins on %s", (day, monday) => {
  expect(weekOf(day)).toBe(monday);
});

test("weeks between two days are all that hold one of them", () => {
  expect(weeksBetween("2026-11-15", "2026-11-23")).toEqual(["2026-11-09", "2026-11-16", "2026-11-23"]);
  expect(weeksBetween("2026-11-21", "2026-11-21")).toEqual(["2026-11-16"]);
});

test("days are counted with both ends", () => {
  expect(daysBetween("2026-11-21", "2026-11-21")).toBe(1);
  expect(daysBetween("2026-02-27", "2026-03-01")).toBe(3);
  expect(daysBetween("2026-11-21", "2026-11-19")).toBe(-1);
});
