import { describe, expect, it } from "vitest";
import { analyseText } from "./analyse-text.ts";

describe("analyseText", () => {
  it("gives stems, beginnings and grams of the words that carry the subject, repetitions kept", () => {
    const { stems, grams } = analyseText("Эс гэж юу вэ? Эсийн бөөм.");
    expect(stems).toEqual(["ес", "^ес", "ес", "^есин", "бом", "^бом"]);
    expect(grams).toEqual(["_ес_", "_еси", "есин", "син_", "_бом", "бом_"]);
  });

  it("gives the same terms for every spelling", () => {
    const clean = analyseText("Хөдөлгөөний хурд");
    for (const typed of ["ходолгооний хурд", "хєдєлгєєний хурд", "hodolgoonii hurd", "khödölgöönii khurd"]) {
      expect(analyseText(typed)).toEqual(clean);
    }
  });

  it("keeps numbers and formulas whole", () => {
    expect(analyseText("v = s/t, 5,5 м").stems).toEqual(["v=s/t", "v", "s", "t", "5.5", "м", "^м"]);
    expect(analyseText("CO₂").stems).toEqual(analyseText("co2").stems);
  });

  it("gives terms without spaces and quotes for any text, none endless", () => {
    const { stems, grams } = analyseText(`"а'б" ${"у".repeat(5_000)} = x = ${"9".repeat(500)} \u0000`);
    for (const term of [...stems, ...grams]) {
      expect(term).not.toMatch(/[\s"]/u);
      expect(term.length).toBeLessThanOrEqual(130);
    }
  });
});
