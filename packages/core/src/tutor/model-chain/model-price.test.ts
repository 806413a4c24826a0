import { expect, test } from "vitest";
import { cheapestOf, priceTokens } from "./model-price.ts";

const price = (inputUsdPerMTokens: number, outputUsdPerMTokens: number) => ({
  inputUsdPerMTokens,
  outputUsdPerMTokens,
});

test("tokens cost millionths of a dollar", () => {
  expect(priceTokens(price(0.1, 0.4), { inputTokens: 1_500, outputTokens: 400 })).toBeCloseTo(310);
});

test.each([
  [
    "the one with the lowest price",
    [
      { n: 1, price: price(1, 2) },
      { n: 2, price: price(0.1, 0.4) },
    ],
    2,
  ],
  [
    "reading counts more than writing",
    [
      { n: 1, price: price(0.3, 0.1) },
      { n: 2, price: price(0.1, 0.6) },
    ],
    2,
  ],
  ["a known price before an unknown one", [{ n: 1 }, { n: 2, price: price(9, 9) }], 2],
  ["the first where no price is known", [{ n: 1 }, { n: 2 }], 1],
])(
  "cheapest is %s",
  (_why, models: readonly { readonly n: number; readonly price?: ReturnType<typeof price> }[], n) => {
    expect(cheapestOf(models).map((model) => model.n)).toEqual([n]);
  },
);

test("an empty chain has no cheapest", () => {
  expect(cheapestOf([])).toEqual([]);
});
