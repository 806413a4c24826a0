import { expect, test } from "vitest";
import { createUsageMeter } from "./usage-meter.ts";

const price = { inputUsdPerMTokens: 0.1, outputUsdPerMTokens: 0.4 };
const sizes = { promptChars: 3_000, spokenChars: 300 };

test("the provider's own cost comes before the price list", () => {
  const meter = createUsageMeter();
  meter.add({ price }, { ...sizes, usage: { inputTokens: 10, outputTokens: 5, costMicroUsd: 77 } });
  expect(meter.total()).toEqual({ inputTokens: 10, outputTokens: 5, costMicroUsd: 77 });
});

test("tokens are priced where the provider told no cost, and rounded up once", () => {
  const meter = createUsageMeter();
  meter.add({ price }, { ...sizes, usage: { inputTokens: 3, outputTokens: 0 } });
  meter.add({ price }, { ...sizes, usage: { inputTokens: 3, outputTokens: 0 } });
  expect(meter.total()).toEqual({ inputTokens: 6, outputTokens: 0, costMicroUsd: 1 });
});

test("an answer that was cut is estimated by its length, and says so", () => {
  const meter = createUsageMeter();
  meter.add({ price }, sizes);
  expect(meter.total()).toEqual({ inputTokens: 1_000, outputTokens: 100, costMicroUsd: 140, estimated: true });
});

test("a request that brought nothing costs nothing", () => {
  const meter = createUsageMeter();
  meter.add({ price }, { promptChars: 3_000, spokenChars: 0 });
  expect(meter.total()).toBeUndefined();
});

test("a model without a price leaves the cost unknown instead of too low", () => {
  const meter = createUsageMeter();
  meter.add({ price }, { ...sizes, usage: { inputTokens: 10, outputTokens: 5 } });
  meter.add({}, { ...sizes, usage: { inputTokens: 10, outputTokens: 5 } });
  expect(meter.total()).toEqual({ inputTokens: 20, outputTokens: 10 });
});
