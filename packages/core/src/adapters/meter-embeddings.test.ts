import { expect, test } from "vitest";
import { EmbeddingFailure, type Embeddings } from "../textbook/ports.ts";
import { createHashEmbeddings } from "./hash-embeddings.ts";
import { type EmbeddingsUse, meterEmbeddings } from "./meter-embeddings.ts";

function metered(embeddings: Embeddings) {
  const uses: EmbeddingsUse[] = [];
  return { uses, embeddings: meterEmbeddings(embeddings, (use) => uses.push(use)) };
}
const counting = (...tokens: readonly number[]): Embeddings => ({
  ...createHashEmbeddings(),
  embed: async (texts, _purpose, onTokens) => {
    for (const count of tokens) onTokens?.(count);
    return texts.map(() => new Float32Array(512));
  },
});

test("a call is recorded with its texts, their letters and the provider's tokens of all requests", async () => {
  const { uses, embeddings } = metered(counting(40, 2));
  expect(embeddings).toMatchObject({ model: "hash512-v1", dimensions: 512 });
  let told = 0;
  await embeddings.embed(["Хурд", "Хүч ба"], "passage", (tokens) => (told += tokens));
  expect(uses).toEqual([
    { model: "hash512-v1", purpose: "passage", texts: 2, characters: 10, tokens: 42, durationMs: expect.any(Number) },
  ]);
  expect(told).toBe(42);
});

test("a provider that counts nothing gives no tokens", async () => {
  const { uses, embeddings } = metered(createHashEmbeddings());
  const [vector] = await embeddings.embed(["Хурд"], "query");
  expect(vector).toHaveLength(512);
  expect(uses).toMatchObject([{ purpose: "query", texts: 1 }]);
  expect(uses[0]).not.toHaveProperty("tokens");
});

test("a failed call is recorded with its reason, and fails all the same", async () => {
  const failing = (error: Error): Embeddings => ({ ...counting(), embed: () => Promise.reject(error) });
  const limited = metered(failing(new EmbeddingFailure("rate-limited")));
  await expect(limited.embeddings.embed(["Хурд"], "query")).rejects.toThrow("rate-limited");
  const broken = metered(failing(new Error("boom")));
  await expect(broken.embeddings.embed(["Хурд"], "query")).rejects.toThrow("boom");
  expect([...limited.uses, ...broken.uses].map(({ failure }) => failure)).toEqual(["rate-limited", "unknown"]);
});
