import type { Usage } from "../schema.ts";

/** What a model costs, US dollars for a million tokens. */
export interface ModelPrice {
  readonly inputUsdPerMTokens: number;
  readonly outputUsdPerMTokens: number;
}

/** Millionths of a dollar, with fractions: a price for a million tokens is one of a token in these. */
export function priceTokens({ inputUsdPerMTokens, outputUsdPerMTokens }: ModelPrice, usage: Usage): number {
  return usage.inputTokens * inputUsdPerMTokens + usage.outputTokens * outputUsdPerMTokens;
}

/** A usual exchange reads about three times as many tokens as it writes. */
const usualExchange: Usage = { inputTokens: 3, outputTokens: 1 };

/** The cheapest of a chain, alone; of models without a price the first. Empty when the chain is. */
export function cheapestOf<Model extends { readonly price?: ModelPrice }>(models: readonly Model[]): readonly Model[] {
  const cost = ({ price }: Model) => (price ? priceTokens(price, usualExchange) : Number.POSITIVE_INFINITY);
  return models.toSorted((one, other) => Math.sign(cost(one) - cost(other)) || 0).slice(0, 1);
}
