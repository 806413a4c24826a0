import { isId } from "@ukhaan/core/kernel";
import { decodeTime } from "ulidx";
import { expect, test } from "vitest";
import { makeConversationId, makeExchangeId } from "./make-id.ts";

test("ids have the shape that core accepts", () => {
  for (let round = 0; round < 200; round++) {
    expect(isId("conversation", makeConversationId())).toBe(true);
    expect(isId("exchange", makeExchangeId())).toBe(true);
  }
});

test("an id carries its time and sorts by it", () => {
  const early = makeExchangeId(1_700_000_000_000);
  const late = makeExchangeId(1_700_000_000_001);
  expect(decodeTime(early.slice(4))).toBe(1_700_000_000_000);
  expect(early < late).toBe(true);
});

test("two ids of the same moment differ", () => {
  expect(new Set(Array.from({ length: 500 }, () => makeExchangeId(5))).size).toBe(500);
});
