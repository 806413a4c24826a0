import { describe, expect, test } from "vitest";
import { modelsFrom } from "./models.ts";
import { readSettings } from "./settings.ts";

const cheap = {
  id: "cheap/one",
  provider: "openrouter",
  inputUsdPerMTokens: 0.1,
  outputUsdPerMTokens: 0.4,
  capabilities: ["text", "vision"],
};
const local = { id: "local", provider: "openai-compatible", endpoint: "http://127.0.0.1:11434/v1" };
const last = { id: "apac.last", provider: "bedrock", region: "ap-northeast-1" };
const settings = (chain: object, env: Record<string, string> = {}) =>
  readSettings({ OPENROUTER_API_KEY: "k", UKHAAN_MODEL_CHAIN: JSON.stringify(chain), ...env });

describe("a chain of models", () => {
  test("is tried in the order of the setting, with the prices it names, whoever provides each", () => {
    const models = modelsFrom(settings({ answer: [cheap, local, last] }));
    expect(models.map(({ name }) => name)).toEqual(["cheap/one", "local", "apac.last"]);
    expect(models.map(({ price }) => price)).toEqual([
      { inputUsdPerMTokens: 0.1, outputUsdPerMTokens: 0.4 },
      undefined,
      undefined,
    ]);
  });

  test("is one for each purpose", () => {
    const given = settings({ answer: [cheap, last], vision: [cheap] });
    expect(modelsFrom(given, "vision").map(({ name }) => name)).toEqual(["cheap/one"]);
    expect(modelsFrom(given, "moderation")).toEqual([]);
  });

  test("that is empty leaves all answers to the textbooks", () => {
    expect(modelsFrom(settings({}))).toEqual([]);
  });

  test.each([
    ["what is no JSON", "{", "is not JSON"],
    ["a misspelt key", { answer: [{ ...cheap, prize: 1 }] }, "prize"],
    ["an unknown provider", { answer: [{ ...cheap, provider: "openai" }] }, "provider"],
    ["a model twice", { answer: [cheap, cheap] }, "names a model twice"],
    ["a model that can't see", { vision: [local] }, "lacks the capability vision"],
    ["half a price", { answer: [{ ...local, inputUsdPerMTokens: 1 }] }, "half a price"],
    ["a region elsewhere than on Bedrock", { answer: [{ ...local, region: "x" }] }, "not on Bedrock"],
    ["an endpoint on Bedrock", { answer: [{ ...last, endpoint: "http://a.example" }] }, "is on Bedrock"],
  ])("with %s stops the start and says so", (_what, chain, words) => {
    const UKHAAN_MODEL_CHAIN = typeof chain === "string" ? chain : JSON.stringify(chain);
    expect(() => readSettings({ UKHAAN_MODEL_CHAIN })).toThrow(words);
    expect(() => readSettings({ UKHAAN_MODEL_CHAIN })).toThrow("UKHAAN_MODEL_CHAIN");
  });

  test("stands alone: the simpler settings beside it would do nothing", () => {
    expect(() => settings({ answer: [cheap] }, { UKHAAN_MODELS: "a" })).toThrow("UKHAAN_MODELS");
    expect(() => settings({ answer: [cheap] }, { UKHAAN_MODEL_PROVIDER: "none" })).toThrow("UKHAAN_MODEL_PROVIDER");
  });

  test("needs the key of its provider", () => {
    expect(() => modelsFrom(readSettings({ UKHAAN_MODEL_CHAIN: JSON.stringify({ answer: [cheap] }) }))).toThrow(
      "OPENROUTER_API_KEY",
    );
  });
});

describe("without a chain", () => {
  test("the models that go with a key have prices, the cheapest first, and on AWS Bedrock behind them", () => {
    const [first, ...others] = modelsFrom(readSettings({ OPENROUTER_API_KEY: "k", UKHAAN_HOME: "aws" }));
    expect(others).toHaveLength(3);
    const cost = (model = first) =>
      (model?.price?.inputUsdPerMTokens ?? 0) * 3 + (model?.price?.outputUsdPerMTokens ?? 0);
    expect(others.slice(0, 2).every((model) => cost(model) > cost())).toBe(true);
    expect(modelsFrom(readSettings({ OPENROUTER_API_KEY: "k", UKHAAN_HOME: "embedded" }))).toHaveLength(3);
  });

  test("a model that is named by hand keeps the price that is known of it", () => {
    const [known] = modelsFrom(readSettings({ OPENROUTER_API_KEY: "k" }));
    const env = { OPENROUTER_API_KEY: "k", UKHAAN_MODELS: `${known?.name},other` };
    expect(modelsFrom(readSettings(env)).map(({ price }) => price)).toEqual([known?.price, undefined]);
  });
});
