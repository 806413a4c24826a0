import type { Usage } from "./schema.ts";

export interface ModelMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

export interface ModelRequest {
  readonly messages: readonly ModelMessage[];
  readonly maxOutputTokens: number;
  readonly signal: AbortSignal;
}

/** What a model's stream carries; `end` comes exactly once, last. */
export type ModelChunk =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "end"; readonly usage: Usage; readonly finish: "stop" | "length" | "filtered" };

/**
 * A language model behind any provider. The stream throws {@link ModelFailure} for everything that goes wrong
 * (refused, rate limited, timed out before or between tokens, cut off, malformed).
 */
export interface LanguageModel {
  /** Name for records and the interface, as the settings give it. */
  readonly name: string;
  stream(request: ModelRequest): AsyncIterable<ModelChunk>;
}

export type ModelFailureReason =
  | "rate-limited"
  | "timeout"
  | "unreachable"
  | "refused"
  | "malformed"
  | "cut-off"
  | "overloaded";

export class ModelFailure extends Error {
  readonly reason: ModelFailureReason;
  /** Seconds the provider asked to wait, where it did. */
  readonly retryAfterS: number | undefined;

  constructor(reason: ModelFailureReason, options: { readonly cause?: unknown; readonly retryAfterS?: number } = {}) {
    super(`model failed: ${reason}`, { cause: options.cause });
    this.name = "ModelFailure";
    this.reason = reason;
    this.retryAfterS = options.retryAfterS;
  }
}
