import { expect, test } from "vitest";
import { modelsFrom } from "./models.ts";
import { readSettings } from "./settings.ts";

const names = (env: Record<string, string>) => modelsFrom(readSettings(env)).map(({ name }) => name);

test("without any key no model answers", () => {
  expect(names({})).toEqual([]);
  expect(names({ OPENROUTER_API_KEY: "" })).toEqual([]);
});

test("a key, an address or a provider chooses the models, in the order they are named", () => {
  expect(names({ OPENROUTER_API_KEY: "k" }).length).toBeGreaterThan(1);
  expect(names({ OPENROUTER_API_KEY: "k", UKHAAN_MODELS: "a, b" })).toEqual(["a", "b"]);
  expect(names({ UKHAAN_MODEL_BASE_URL: "http://127.0.0.1:11434/v1", UKHAAN_MODELS: "qwen3" })).toEqual(["qwen3"]);
  expect(names({ UKHAAN_MODEL_PROVIDER: "bedrock", UKHAAN_MODELS: "m" })).toEqual(["m"]);
  expect(names({ UKHAAN_MODEL_PROVIDER: "none", OPENROUTER_API_KEY: "k" })).toEqual([]);
});

test.each([
  [{ UKHAAN_MODEL_BASE_URL: "not an address" }, "UKHAAN_MODEL_BASE_URL"],
  [{ UKHAAN_CHAT_PER_DAY: "many" }, "UKHAAN_CHAT_PER_DAY"],
  [{ UKHAAN_EMBEDDING_MODEL: "m" }, "UKHAAN_EMBEDDING_BASE_URL"],
  [{ UKHAAN_EMBEDDING_PROVIDER: "bedrock" }, "UKHAAN_EMBEDDING_MODEL"],
  [
    { UKHAAN_EMBEDDING_PROVIDER: "bedrock", UKHAAN_EMBEDDING_MODEL: "m", UKHAAN_EMBEDDING_API_KEY: "k" },
    "takes no base URL or key",
  ],
  [{ UKHAAN_EMBEDDING_PROVIDER: "openai-compatible", UKHAAN_EMBEDDING_MODEL: "m" }, "UKHAAN_EMBEDDING_BASE_URL"],
  [{ UKHAAN_EMBEDDING_PROVIDER: "hash", UKHAAN_EMBEDDING_MODEL: "m" }, "takes no model"],
  [{ UKHAAN_SEARCH_ENGINE: "opensearch" }, "OPENSEARCH_ENDPOINT"],
  [{ UKHAAN_SEARCH_ENGINE: "solr" }, "UKHAAN_SEARCH_ENGINE"],
  [{ OPENSEARCH_REGION: "ap-northeast-2" }, "OPENSEARCH_ENDPOINT"],
  [{ UKHAAN_SEARCH_PREFIX: "Ukhaan PR" }, "UKHAAN_SEARCH_PREFIX"],
])("a wrong value stops the start and is named: %j", (env, name) => {
  expect(() => readSettings(env as Record<string, string>)).toThrow(name);
});

test.each([
  [{ UKHAAN_MODEL_PROVIDER: "openrouter" }, "OPENROUTER_API_KEY"],
  [{ UKHAAN_MODEL_PROVIDER: "openai-compatible", UKHAAN_MODELS: "m" }, "UKHAAN_MODEL_BASE_URL"],
  [{ UKHAAN_MODEL_BASE_URL: "http://127.0.0.1:11434/v1" }, "UKHAAN_MODELS"],
])("a provider that lacks something says what: %j", (env, name) => {
  expect(() => names(env as Record<string, string>)).toThrow(name);
});
