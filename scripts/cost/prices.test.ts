import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { unitNames } from "./bill.ts";
import { modelInForce } from "./model-in-force.ts";
import { readOptions } from "./options.ts";
import { oldPrices, pricesFor, readPriceFile } from "./prices.ts";

const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const dated = (asOf: string | null) => ({ source: "https://example.org/", asOf });
const fileOf = (asOf: string | null) =>
  readPriceFile({
    models: [{ id: "cheap", inputUsdPerMTokens: 1, outputUsdPerMTokens: 2, ...dated(asOf) }],
    units: Object.fromEntries(unitNames.map((name) => [name, { usd: 1, per: "one", ...dated("2026-11-21") }])),
  });
const today = Date.parse("2026-11-21");

test.each([
  ["of today", "2026-11-21", 0],
  ["90 days old", "2026-08-23", 0],
  ["91 days old", "2026-08-22", 1],
  ["that nobody dated", null, 1],
])("a price %s", (_, asOf, warnings) => {
  expect(oldPrices("cheap", fileOf(asOf), today)).toHaveLength(warnings);
});

test("the committed file has a source for every price, and no price is of the future", () => {
  const { models, units } = readPriceFile(json("./prices.json"));
  const all = [...models, ...Object.values(units)];
  expect(all.every(({ source }) => source.startsWith("https://"))).toBe(true);
  expect(all.filter(({ asOf }) => asOf !== null && Date.parse(asOf) > Date.now())).toEqual([]);
});

test.each([
  ["no source", { source: "hearsay" }],
  ["no date", { asOf: "last summer" }],
  ["no price", { usd: "free" }],
])("a price with %s is refused, by name", (problem, wrong) => {
  const { models, units } = fileOf(null);
  const broken = { models, units: { ...units, logGb: { ...units.logGb, ...wrong } } };
  expect(() => readPriceFile(broken)).toThrow(`logGb has ${problem}`);
});

test("a model without a price is named", () => {
  expect(() => pricesFor("dear", fileOf(null))).toThrow("dear");
});

test.each<[string, Record<string, string>, string]>([
  ["the default chain's first", {}, "first"],
  ["the first of the list", { UKHAAN_MODELS: " one , two" }, "one"],
  ["the chain's before the list's", { UKHAAN_MODELS: "one", UKHAAN_MODEL_CHAIN: '{"answer":[{"id":"zero"}]}' }, "zero"],
  ["the list's when the chain has none for answers", { UKHAAN_MODELS: "one", UKHAAN_MODEL_CHAIN: "{}" }, "one"],
])("the model in force: %s", (_, env, expected) => {
  expect(modelInForce(env, { openrouter: [{ id: "first" }] })).toBe(expected);
});

const settings = { questionsADay: 5 } as Parameters<typeof readOptions>[1];

test("options are read", () => {
  expect(readOptions(["--json", "--users", "10,20", "--set", "questionsADay=3.5"], settings)).toEqual({
    asJson: true,
    users: [10, 20],
    model: undefined,
    changes: { questionsADay: 3.5 },
  });
  expect(readOptions([], settings).users).toContain(200_000);
});

test.each([
  [["--user", "3"], "--user"],
  [["--users", "0"], "--users"],
  [["--users", "ten"], "--users"],
  [["--set", "moons=3"], "moons"],
  [["--set", "questionsADay="], "questionsADay"],
])("%j is refused, by name", (args, named) => {
  expect(() => readOptions(args, settings)).toThrow(named);
});
