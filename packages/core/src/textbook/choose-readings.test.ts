import { describe, expect, it } from "vitest";
import { analyseQuestion } from "./analyse-question.ts";
import { chooseReadings } from "./choose-readings.ts";

describe("chooseReadings", () => {
  it("takes the reading that the books know, not the likeliest one", () => {
    const { readings, words } = chooseReadings(analyseQuestion("Khuvsgul"), new Map([["ховсгл", 3]]));
    expect(readings.map(({ stems }) => stems)).toEqual([["ховсгл", "^ховс"]]);
    expect(words.map(({ stem }) => stem)).toEqual(["ховсгл"]);
  });

  it("tries each known reading, the likeliest first", () => {
    const known = new Map([
      ["хун", 5],
      ["хон", 2],
    ]);
    const { readings } = chooseReadings(analyseQuestion("hun"), known);
    expect(readings.map(({ stems }) => stems)).toEqual([
      ["хун", "^хун"],
      ["хон", "^хон"],
    ]);
  });

  it("joins the letters of the two likeliest readings of a word that no book knows", () => {
    const { readings } = chooseReadings(analyseQuestion("us"), new Map());
    expect(readings).toEqual([{ stems: ["ус", "^ус", "^ос"], grams: ["_ус_", "_ос_"] }]);
  });

  it("gives one reading for Cyrillic, and an empty one for no words", () => {
    expect(chooseReadings(analyseQuestion("Хүч ба масс"), new Map()).readings).toHaveLength(1);
    expect(chooseReadings([], new Map())).toEqual({ readings: [{ stems: [], grams: [] }], words: [] });
  });
});
