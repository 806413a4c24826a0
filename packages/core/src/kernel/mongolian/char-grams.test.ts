import { describe, expect, it } from "vitest";
import { charGrams } from "./char-grams.ts";

describe("charGrams", () => {
  it("marks where the word begins and ends", () => {
    expect(charGrams("усан", 4)).toEqual(["_уса", "усан", "сан_"]);
  });
  it("gives a short word whole", () => {
    expect(charGrams("ус", 4)).toEqual(["_ус_"]);
    expect(charGrams("ү", 4)).toEqual(["_ү_"]);
    expect(charGrams("", 4)).toEqual(["__"]);
  });
});
