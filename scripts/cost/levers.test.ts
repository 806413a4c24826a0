import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type BillInput, type CostSettings, type Measured, monthlyBill } from "./bill.ts";
import { leverEffects, levers, targetUsd, whatIsMissing } from "./levers.ts";
import { pricesFor, readPriceFile } from "./prices.ts";

const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const file = readPriceFile(json("./prices.json"));
const inForce: BillInput = {
  settings: (json("./settings.json") as { readonly values: CostSettings }).values,
  measured: json("./measured.json") as Measured,
  prices: pricesFor("google/gemini-2.5-flash-lite", file),
};
const perUser = (input: BillInput) => monthlyBill(200_000, input).perUser;

test("each lever moves the bill as its name promises", () => {
  const moved = Object.fromEntries(leverEffects(200_000, inForce).map(({ name, perUser: usd }) => [name, usd]));
  const { "questions in a batch": unbatched, ...others } = moved;
  expect(unbatched).toBeGreaterThan(0);
  expect(Object.values(others).every((usd) => usd < 0)).toBe(true);
});

describe("what is missing", () => {
  test("nothing, when the target is met", () => {
    const cheap = { ...inForce, prices: { ...inForce.prices, inputUsdPerMTokens: 0, outputUsdPerMTokens: 0 } };
    expect(perUser(cheap)).toBeLessThan(targetUsd);
    expect(whatIsMissing(200_000, cheap)).toEqual([]);
  });

  test("names changes that meet the target each alone, and go no further than they must", () => {
    const target = perUser(inForce) * 0.7;
    const told = whatIsMissing(200_000, inForce, target);
    expect(told.length).toBeGreaterThan(1);
    const share = Number(/cache ([\d.]+)/u.exec(told.join("\n"))?.[1]);
    const at = (cacheHitShare: number) => perUser({ ...inForce, settings: { ...inForce.settings, cacheHitShare } });
    expect(at(share + 0.01)).toBeLessThanOrEqual(target);
    expect(at(share - 0.02)).toBeGreaterThan(target);
  });

  test("nothing helps against a target that no lever reaches", () => {
    expect(whatIsMissing(200_000, inForce, 0.000_001)).toEqual([]);
  });
});

test("a lever that is not pulled changes nothing", () => {
  for (const { at } of levers) expect(perUser(at(inForce, 0).input)).toBeCloseTo(perUser(inForce), 12);
});
