import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { analyseText, analysisVersion } from "./analyse-text.ts";

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

  it("gives the terms of its version: whoever changes them raises the version, so that indexes are built anew", () => {
    const text =
      "Фотосинтезийн үед ургамлууд нүүрсхүчлийн хийг (CO₂) шингээж, хүчилтөрөгч ялгаруулдаг. Хурдыг v = s/t томьёогоор " +
      "олно: 90 км/ц = 25 м/с. Сурагчдаас асуухад ном, дэвтрээ мартжээ; энэ нь 1921 оны хувьсгалын тухай бөгөөд " +
      "fotosintez gej yu ve, hodolgoonii hurd гэж бичдэг. Бутархайн хуваарь 3/4, x² − 5x + 6 = 0.";
    const { stems, grams } = analyseText(text);
    const hash = createHash("sha256").update(JSON.stringify({ stems, grams })).digest("hex");
    expect({ version: analysisVersion, hash: hash.slice(0, 16) }).toEqual({ version: 2, hash: "ad2700d8b68298a5" });
  });

  it("gives terms without spaces and quotes for any text, none endless", () => {
    const { stems, grams } = analyseText(`"а'б" ${"у".repeat(5_000)} = x = ${"9".repeat(500)} \u0000`);
    for (const term of [...stems, ...grams]) {
      expect(term).not.toMatch(/[\s"]/u);
      expect(term.length).toBeLessThanOrEqual(130);
    }
  });
});
