import { expect, test } from "vitest";
import { mondayOf, sumFlags } from "./sum-flags.ts";

test.each([
  ["Monday's first moment", Date.UTC(2026, 10, 22, 16), "2026-11-22T16:00:00.000Z"],
  ["Sunday's last", Date.UTC(2026, 10, 29, 15, 59, 59), "2026-11-22T16:00:00.000Z"],
  ["a Wednesday", Date.UTC(2026, 10, 25, 3), "2026-11-22T16:00:00.000Z"],
])("a week in Ulaanbaatar begins on Monday: %s", (_what, timeMs, monday) => {
  expect(new Date(mondayOf(timeMs)).toISOString()).toBe(monday);
});

test("a school without flags has a report without answers to judge", () => {
  const report = sumFlags([], 3, Date.UTC(2026, 10, 25));
  expect(report).toMatchObject({ total: 0, waiting: 0, overdue: 0, answered: 0 });
  expect(report.weeks).toHaveLength(3);
  expect(report).not.toHaveProperty("medianResponseMs");
  expect(report).not.toHaveProperty("withinDeadline");
});
