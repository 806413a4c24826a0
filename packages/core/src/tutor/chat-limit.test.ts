import { expect, test } from "vitest";
import { limitRetryAfterS, limitWindow } from "./chat-limit.ts";

test.each([
  ["2026-11-21T15:59:59.999Z", "2026-11-21", "m1559"],
  ["2026-11-21T16:00:00.000Z", "2026-11-22", "m1600"],
  ["2026-11-21T00:08:30.000Z", "2026-11-21", "m0008"],
])("%s counts in the day %s of Ulaanbaatar and in the minute %s", (time, day, minuteAttribute) => {
  expect(limitWindow(Date.parse(time))).toEqual({ day, minuteAttribute });
});

test.each([
  ["minute", "2026-11-21T10:00:00.000Z", 60],
  ["minute", "2026-11-21T10:00:59.100Z", 1],
  ["day", "2026-11-21T15:59:00.000Z", 60],
  ["day", "2026-11-21T16:00:00.000Z", 86_400],
] as const)("a %s that is used up at %s opens again in %i s", (window, time, seconds) => {
  expect(limitRetryAfterS(window, Date.parse(time))).toBe(seconds);
});
