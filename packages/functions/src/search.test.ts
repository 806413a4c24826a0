import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { startFakeSearchServer } from "../../../tests/support/fake-search-server.ts";
import { temporaryDir } from "../../../tests/support/stack.ts";
import { modelEmbeddings, searchEngineFrom } from "./search.ts";
import { readSettings } from "./settings.ts";

const model = { model: "hash512-v1", dimensions: 512 };

test("an engine needs a place for its index", () => {
  for (const env of [{}, { UKHAAN_SEARCH_ENGINE: "sqlite" }]) {
    expect(() => searchEngineFrom(readSettings(env), model)).toThrow("UKHAAN_SEARCH_FILE");
  }
});

test("a file makes it the embedded engine, with rebuilds", async () => {
  const engine = searchEngineFrom(readSettings({ UKHAAN_SEARCH_FILE: join(temporaryDir(), "search.db") }), model);
  expect(await engine.find([])).toEqual([]);
  const rebuild = await engine.rebuilds.begin();
  expect((await engine.rebuilds.resume(rebuild.name))?.name).toBe(rebuild.name);
});

test("an endpoint makes it OpenSearch, under the stage's prefix and signed for the region, asked at the first call only", async () => {
  const server = await startFakeSearchServer();
  vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
  try {
    server.play("-read", { json: { index: { aliases: {}, mappings: { _meta: model } } } });
    const env = {
      OPENSEARCH_ENDPOINT: server.url,
      OPENSEARCH_REGION: "ap-northeast-2",
      UKHAAN_SEARCH_PREFIX: "ukhaan-pr-7",
    };
    const engine = searchEngineFrom(readSettings(env), model);
    expect(server.requests).toEqual([]);
    await engine.find([]);
    expect(server.requests.map(({ path }) => path)).toEqual([
      expect.stringMatching(/^\/ukhaan-pr-7-passages-hash512-v1-512-l1-a\d+-read$/u),
    ]);
    expect(server.requests[0]?.headers["authorization"]).toContain("AKIDEXAMPLE/");
  } finally {
    vi.unstubAllEnvs();
    await server.stop();
  }
});

test("a model's calls are logged with what they took", async () => {
  const lines: unknown[] = [];
  const log = { info: (...line: unknown[]) => lines.push(line), warn: () => {}, error: () => {} };
  const env = { UKHAAN_EMBEDDING_MODEL: "m", UKHAAN_EMBEDDING_BASE_URL: "http://127.0.0.1:9/v1" };
  const embeddings = await modelEmbeddings(readSettings(env), log);
  await expect(embeddings.embed(["Хурд"], "query")).rejects.toThrow("unreachable");
  expect(lines).toMatchObject([
    ["embeddings", { model: "m", purpose: "query", texts: 1, characters: 4, failure: "unreachable" }],
  ]);
});

test("Bedrock's models are known by their names", async () => {
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const env = { UKHAAN_EMBEDDING_PROVIDER: "bedrock", UKHAAN_EMBEDDING_MODEL: "cohere.embed-multilingual-v3" };
  expect(await modelEmbeddings(readSettings(env), log)).toMatchObject({
    model: "cohere.embed-multilingual-v3",
    dimensions: 1_024,
  });
  const other = { ...env, UKHAAN_EMBEDDING_MODEL: "meta.llama" };
  await expect(modelEmbeddings(readSettings(other), log)).rejects.toThrow("meta.llama");
});
