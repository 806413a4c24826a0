import { expect, test } from "vitest";
import { classNameKey } from "./class-name.ts";
import { lockEndsAt } from "./pins/pin-lock.ts";
import { schoolYearOf } from "./school-year.ts";

test.each([
  ["2026-09-01T00:00:00Z", 2026],
  ["2027-06-10T00:00:00Z", 2026],
  ["2027-07-31T15:59:59Z", 2026],
  ["2027-07-31T16:00:00Z", 2027],
  ["2026-12-31T20:00:00Z", 2026],
])("%s lies in the school year that began in %i", (moment, year) => {
  expect(schoolYearOf(Date.parse(moment))).toBe(year);
});

test.each(["8А", "8а", " 8 А ", "8-А", "«8А»", "8A"])("%s is class 8А", (name) => {
  expect(classNameKey(name)).toBe("8А");
});

test("8А, 8Б and 18А are three classes", () => {
  expect(new Set(["8А", "8Б", "18А"].map(classNameKey)).size).toBe(3);
});

test.each([
  [4, 0, undefined],
  [5, 0, 15],
  [5, 1, 60],
  [5, 2, 240],
  [5, 9, 240],
])("after %i tries and %i locks the sign-in waits %s minutes", (tries, locks, minutes) => {
  const expected = minutes === undefined ? undefined : 1_000 + minutes * 60_000;
  expect(lockEndsAt({ tries, locks, lastTryAtMs: 1_000 })).toBe(expected);
});
