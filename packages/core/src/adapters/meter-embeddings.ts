import type { EmbeddingFailureReason, Embeddings } from "../textbook/ports.ts";
import { EmbeddingFailure } from "../textbook/ports.ts";

/** What one call of an embedding model cost. */
export interface EmbeddingsUse {
  readonly model: string;
  readonly purpose: "passage" | "query";
  readonly texts: number;
  readonly characters: number;
  /** As the provider counted; absent where it does not. */
  readonly tokens?: number;
  readonly durationMs: number;
  /** Absent when it succeeded. */
  readonly failure?: EmbeddingFailureReason | "unknown";
}

/** The same embeddings, of which every call is recorded once, also one that failed: what was embedded before that is paid. */
export function meterEmbeddings(embeddings: Embeddings, record: (use: EmbeddingsUse) => void): Embeddings {
  const { model, dimensions } = embeddings;
  return {
    model,
    dimensions,
    async embed(texts, purpose, onTokens) {
      const startedMs = performance.now();
      let tokens: number | undefined;
      const count = (more: number) => {
        tokens = (tokens ?? 0) + more;
        onTokens?.(more);
      };
      let failure: EmbeddingsUse["failure"];
      try {
        return await embeddings.embed(texts, purpose, count);
      } catch (error) {
        failure = error instanceof EmbeddingFailure ? error.reason : "unknown";
        throw error;
      } finally {
        record({
          model,
          purpose,
          texts: texts.length,
          characters: texts.reduce((sum, text) => sum + text.length, 0),
          ...(tokens === undefined ? {} : { tokens }),
          durationMs: Math.round(performance.now() - startedMs),
          ...(failure === undefined ? {} : { failure }),
        });
      }
    },
  };
}
