import { expect, test } from "vitest";
import { defaultFlagSettings, flagDeadline } from "./flag-deadline.ts";

/** A moment in Ulaanbaatar, which is UTC+8. */
const at = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, day, hour - 8, minute);

test.each([
  ["urgent, at any time", "urgent", at(21, 23, 50), at(22, 0, 5)],
  ["high, at any time", "high", at(21, 23), at(22, 3)],
  ["normal on a Monday", "normal", at(23, 10), at(25, 10)],
  ["normal on a Thursday: the weekend is not counted", "normal", at(26, 10), at(30, 10)],
  ["normal on a Friday evening", "normal", at(27, 23, 30), at(31, 23, 30)],
  ["normal on a Saturday: the count begins on Monday", "normal", at(28, 12), at(32, 0)],
  ["normal on Sunday's last minute", "normal", at(29, 23, 59), at(32, 0)],
  ["normal just after Monday began", "normal", at(30, 0), at(32, 0)],
] as const)("%s", (_what, severity, fromMs, dueMs) => {
  expect(flagDeadline(severity, fromMs, defaultFlagSettings)).toBe(dueMs);
});
