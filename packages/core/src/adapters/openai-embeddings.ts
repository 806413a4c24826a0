import OpenAI from "openai";
import { EmbeddingFailure, type Embeddings } from "../textbook/ports.ts";

export interface OpenAiEmbeddingsOptions {
  readonly baseUrl: string;
  readonly apiKey: string;
  /** As the provider names it. */
  readonly model: string;
  /** Length of its vectors; an answer of another length is refused. */
  readonly dimensions: number;
  /** For one request, all its retries apart. */
  readonly timeoutMs?: number;
  readonly maxRetries?: number;
  /** For the one request of a question, which is not tried again: somebody waits, and words alone find well. */
  readonly queryTimeoutMs?: number;
}

/** Texts in one request: far below every provider's limit, and little to do again. */
const batchSize = 64;

/**
 * Embeddings behind OpenAI or any endpoint that speaks `/embeddings` (OpenRouter, a local Ollama). Rate limits, overload
 * and lost connections are tried again with growing pauses, as the provider asks.
 */
export function createOpenAiEmbeddings(options: OpenAiEmbeddingsOptions): Embeddings {
  const { baseUrl, apiKey, model, dimensions, timeoutMs = 15_000, maxRetries = 3, queryTimeoutMs = 1_500 } = options;
  const client = new OpenAI({ baseURL: baseUrl, apiKey, timeout: timeoutMs, maxRetries });
  return {
    model,
    dimensions,
    async embed(texts, purpose, onTokens) {
      const patience = purpose === "query" ? { timeout: queryTimeoutMs, maxRetries: 0 } : {};
      const vectors: Float32Array[] = [];
      for (let start = 0; start < texts.length; start += batchSize) {
        const batch = texts.slice(start, start + batchSize);
        vectors.push(...(await embedBatch(client, { model, dimensions, onTokens }, batch, patience)));
      }
      return vectors;
    },
  };
}

async function embedBatch(
  client: OpenAI,
  {
    model,
    dimensions,
    onTokens,
  }: Pick<OpenAiEmbeddingsOptions, "model" | "dimensions"> & {
    readonly onTokens: ((tokens: number) => void) | undefined;
  },
  texts: readonly string[],
  patience: { readonly timeout?: number; readonly maxRetries?: number },
): Promise<readonly Float32Array[]> {
  try {
    const request = {
      model,
      // An empty text is refused by most endpoints, and with it its whole batch.
      input: texts.map((text) => (text.trim() === "" ? "-" : text)),
      encoding_format: "float" as const,
      // Only models that can be shortened take the parameter; the others refuse the request.
      ...(model.includes("text-embedding-3") ? { dimensions } : {}),
    };
    const { data, usage } = await client.embeddings.create(request, patience);
    const vectors = inOrder(data, texts.length, dimensions);
    // Local servers count nothing.
    const tokens: unknown = (usage as Partial<typeof usage> | undefined)?.prompt_tokens;
    if (typeof tokens === "number") onTokens?.(tokens);
    return vectors;
  } catch (error) {
    throw toFailure(error);
  }
}

/** Checks what came: an index that mixed short or shifted vectors in could not be repaired. */
function inOrder(data: unknown, count: number, dimensions: number): readonly Float32Array[] {
  if (!Array.isArray(data) || data.length !== count) throw new EmbeddingFailure("malformed");
  const vectors: Float32Array[] = [];
  for (const [position, item] of (data as readonly { index?: unknown; embedding?: unknown }[]).entries()) {
    const index = typeof item?.index === "number" ? item.index : position;
    const values = item?.embedding;
    const isVector = Array.isArray(values) && values.length === dimensions && values.every(Number.isFinite);
    if (!isVector || index < 0 || index >= count || vectors[index]) throw new EmbeddingFailure("malformed");
    vectors[index] = Float32Array.from(values as readonly number[]);
  }
  return vectors;
}

function toFailure(error: unknown): EmbeddingFailure {
  if (error instanceof EmbeddingFailure) return error;
  const cause = { cause: error };
  if (error instanceof OpenAI.APIConnectionTimeoutError) return new EmbeddingFailure("timeout", cause);
  if (error instanceof OpenAI.APIConnectionError) return new EmbeddingFailure("unreachable", cause);
  if (!(error instanceof OpenAI.APIError)) return new EmbeddingFailure("malformed", cause);
  if (error.status === 429) return new EmbeddingFailure("rate-limited", cause);
  const isOutage = error.status === undefined || error.status >= 500;
  return new EmbeddingFailure(isOutage ? "unreachable" : "refused", cause);
}
