import { expect, test } from "vitest";
import { moderationFrom } from "./moderation.ts";
import { readSettings } from "./settings.ts";

const from = (env: Record<string, string>) => moderationFrom(readSettings(env));
const endpoint = { UKHAAN_MODERATION_BASE_URL: "http://127.0.0.1:9/v1", UKHAAN_MODERATION_MODEL: "m" };

test("without a provider rules alone decide", () => {
  expect(from({})).toBeUndefined();
  expect(from({ UKHAAN_MODERATION_PROVIDER: "none", ...endpoint })).toBeUndefined();
});

test.each(["openai", "prompt"])("the provider %s fails closed when nobody is there", async (provider) => {
  const classifier = from({ UKHAAN_MODERATION_PROVIDER: provider, ...endpoint });
  await expect(classifier?.classify({ text: "Эс", direction: "question", grade: 8 })).rejects.toThrow("no answer");
});

test("a guardrail is built of its settings", () => {
  expect(from({ UKHAAN_MODERATION_PROVIDER: "bedrock-guardrails", UKHAAN_MODERATION_GUARDRAIL_ID: "g" })).toBeDefined();
});

test.each([
  [{ UKHAAN_MODERATION_PROVIDER: "openai", UKHAAN_MODERATION_MODEL: "m" }, "UKHAAN_MODERATION_BASE_URL"],
  [{ UKHAAN_MODERATION_PROVIDER: "prompt", UKHAAN_MODERATION_BASE_URL: "http://a.mn" }, "UKHAAN_MODERATION_MODEL"],
  [{ UKHAAN_MODERATION_PROVIDER: "bedrock-guardrails" }, "UKHAAN_MODERATION_GUARDRAIL_ID"],
  [{ UKHAAN_MODERATION_GUARDRAIL_SCRIPTS: "greek" }, "UKHAAN_MODERATION_GUARDRAIL_SCRIPTS"],
])("what is missing or wrong stops the start and is named: %j", (env, name) => {
  expect(() => from(env as Record<string, string>)).toThrow(name);
});
