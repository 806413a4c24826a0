import { expect, test } from "vitest";
import { clockTime, date, dateTime, dayGroup, duration, fileSize, number } from "./format.ts";

// 2026-11-20 16:30 UTC is 00:30 of the next day in Ulaanbaatar.
const justAfterMidnight = Date.UTC(2026, 10, 20, 16, 30);

test("dates are those of Ulaanbaatar", () => {
  expect(date("mn", justAfterMidnight)).toBe("2026 оны 11 сарын 21");
  expect(date("en", justAfterMidnight)).toBe("21 Nov 2026");
  expect(dateTime("mn", justAfterMidnight)).toBe("2026 оны 11 сарын 21, 00:30");
  expect(clockTime(justAfterMidnight)).toBe("00:30");
});

test.each([
  [0, "0 секунд"],
  [59, "59 секунд"],
  [60, "1 минут"],
  [125, "2 минут 5 секунд"],
  [3_600, "1 цаг"],
  [36_900, "10 цаг 15 минут"],
])("%d seconds are said as «%s»", (seconds, words) => {
  expect(duration("mn", seconds)).toBe(words);
});

test("numbers and sizes are grouped in both languages", () => {
  expect(number("mn", 12_345_678)).toBe("12\u00a0345\u00a0678");
  expect(number("en", 1_234)).toBe("1,234");
  expect(fileSize("mn", 3_400_000)).toBe("3.4 МБ");
  expect(fileSize("en", 900)).toBe("1 KB");
});

test("a conversation stands under the day on which it was last asked in", () => {
  const dayMs = 86_400_000;
  expect(dayGroup(justAfterMidnight, justAfterMidnight + 1000)).toBe("today");
  expect(dayGroup(justAfterMidnight - 3_600_000, justAfterMidnight)).toBe("yesterday");
  expect(dayGroup(justAfterMidnight - 3 * dayMs, justAfterMidnight)).toBe("week");
  expect(dayGroup(justAfterMidnight - 30 * dayMs, justAfterMidnight)).toBe("earlier");
});
