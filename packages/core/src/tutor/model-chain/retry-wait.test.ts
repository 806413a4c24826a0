import { expect, test } from "vitest";
import { retryWaitMs } from "./retry-wait.ts";

test.each([
  ["rate-limited", 1, 1_150],
  ["rate-limited", 2, 2_150],
  ["rate-limited", 3, undefined],
  ["rate-limited", undefined, undefined],
  ["overloaded", undefined, 150],
  ["overloaded", 30, undefined],
  ["cut-off", undefined, 150],
  ["timeout", undefined, undefined],
  ["unreachable", undefined, undefined],
  ["refused", undefined, undefined],
  ["malformed", undefined, undefined],
] as const)("%s with Retry-After %s waits %s ms", (reason, retryAfterS, waitMs) => {
  expect(retryWaitMs({ reason, retryAfterS }, () => 0.5)).toBe(waitMs);
});

test("the jitter lies between 50 and 250 ms", () => {
  expect(retryWaitMs({ reason: "cut-off", retryAfterS: undefined }, () => 0)).toBe(50);
  expect(retryWaitMs({ reason: "cut-off", retryAfterS: undefined }, () => 1)).toBe(250);
});
