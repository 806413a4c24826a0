import type { LanguageModel, ModelUsage } from "../ports.ts";
import { priceTokens } from "./model-price.ts";

/** Letters of a token, for answers whose provider told no figures: Mongolian takes 2.5 tokens a word (o200k). */
const charsPerToken = 3;

/** What one request to a model came to. */
export interface SpokenRequest {
  /** The provider's own figures, where the stream came to its end. */
  readonly usage?: ModelUsage | undefined;
  readonly promptChars: number;
  readonly spokenChars: number;
}

/** Adds up what all models of one answer took, the failed and the interrupted ones too. */
export interface UsageMeter {
  add(model: Pick<LanguageModel, "price">, request: SpokenRequest): void;
  /** Absent when no model said anything. `costMicroUsd` is absent when a price is not known. */
  total(): ModelUsage | undefined;
}

export function createUsageMeter(): UsageMeter {
  const tokens = { inputTokens: 0, outputTokens: 0 };
  let requests = 0;
  let cost: number | undefined = 0;
  let estimated = false;
  return {
    add({ price }, { usage, promptChars, spokenChars }) {
      // A request that brought nothing is not charged by the providers of the chain.
      if (!usage && spokenChars === 0) return;
      const taken = usage ?? {
        inputTokens: Math.ceil(promptChars / charsPerToken),
        outputTokens: Math.ceil(spokenChars / charsPerToken),
      };
      requests += 1;
      estimated ||= usage === undefined;
      tokens.inputTokens += taken.inputTokens;
      tokens.outputTokens += taken.outputTokens;
      const own = usage?.costMicroUsd ?? (price ? priceTokens(price, taken) : undefined);
      cost = cost === undefined || own === undefined ? undefined : cost + own;
    },
    total() {
      if (requests === 0) return undefined;
      return {
        ...tokens,
        // Rounded up once, at the end: many small answers must not add up to nothing.
        ...(cost === undefined ? {} : { costMicroUsd: Math.ceil(Number(cost.toFixed(6))) }),
        ...(estimated ? { estimated } : {}),
      };
    },
  };
}
