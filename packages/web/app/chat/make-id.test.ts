import { isId } from "@ukhaan/core/kernel";
import { expect, test } from "vitest";
import { makeConversationId, makeExchangeId } from "./make-id.ts";

test("ids have the shape that core accepts", () => {
  for (let round = 0; round < 200; round++) {
    expect(isId("conversation", makeConversationId())).toBe(true);
    expect(isId("exchange", makeExchangeId())).toBe(true);
  }
});

test("an id carries its time and sorts by it", () => {
  // The example of the specification: https://github.com/ulid/spec
  expect(makeExchangeId(1_469_918_176_385)).toMatch(/^exc_01ARYZ6S41/);
  expect(makeExchangeId(1_700_000_000_000) < makeExchangeId(1_700_000_000_001)).toBe(true);
});

test("two ids of the same moment differ", () => {
  expect(new Set(Array.from({ length: 500 }, () => makeExchangeId(5))).size).toBe(500);
});
