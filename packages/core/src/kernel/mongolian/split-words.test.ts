import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitWords } from "./split-words.ts";

const parts = (text: string) =>
  splitWords(text).map(({ kind, text: part }) => (kind === "word" ? part : `${kind}:${part}`));

describe("splitWords", () => {
  it.each([
    ["Эсийн бөөм, мембран.", ["Эсийн", "бөөм", "мембран"]],
    ["v = s/t томьёо", ["formula:v=s/t", "formula:v", "formula:s", "formula:t", "томьёо"]],
    ["2x+3", ["formula:2x+3", "formula:2x", "number:3"]],
    ["3х + 2", ["formula:3x+2", "formula:3x", "number:2"]],
    ["x²-5x+6=0", ["formula:x2-5x+6=0", "formula:x2", "formula:5x", "number:6", "number:0"]],
    ["CO₂ ба H₂O", ["CO2", "ба", "H2O"]],
    ["$v = \\frac{s}{t}$", ["formula:v=s/t", "formula:v", "formula:s", "formula:t"]],
    ["$x^{2}$ ба x^2", ["x2", "ба", "x2"]],
    ["Ньютоны 2-р хууль, 8-р анги, 2р", ["Ньютоны", "number:2", "хууль", "number:8", "анги", "number:2"]],
    ["ATP-ийн 5,5 кг", ["ATP", "number:5.5", "кг"]],
    ["ATPийн", ["ATP"]],
    ["bi - ta", ["bi", "ta"]],
    ["xo'yor", ["xo'yor"]],
    ["… !? «»", []],
  ])("splits %j", (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it("takes any text quickly and gives no token with a space", () => {
    const unit = fc.constantFrom(...Array.from("a1+=-*/ ()√x²,.'{}\\$^_ув"));
    const text = fc.oneof(fc.string({ unit: "binary", maxLength: 1_000 }), fc.string({ unit, maxLength: 1_000 }));
    fc.assert(
      fc.property(text, (each) => {
        const start = performance.now();
        const tokens = splitWords(each);
        expect(performance.now() - start).toBeLessThan(1_000);
        expect(tokens.every((token) => !/\s/u.test(token.text))).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(splitWords("1".repeat(5_000)).length).toBe(1);
    expect(splitWords("1+".repeat(2_000)).length).toBeGreaterThan(0);
    expect(splitWords("\\frac{".repeat(5_000))).toEqual([]);
  });
});
