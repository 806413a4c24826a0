import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldMongolian } from "./fold-mongolian.ts";

describe("foldMongolian", () => {
  it.each([
    ["Үндсэн Өөрчлөлт", "ундсэн оорчлолт"],
    ["vндсэн єєрчлєлт", "ундсэн оорчлолт"],
    ["YНДСЭН ХVЧ", "ундсэн хуч"],
    ["Xvн aмьтан", "хун амьтан"],
    ["їндсэн ѳөр", "ундсэн оор"],
    ["хоёр хоер", "хоер хоер"],
    ["DNA гэж юу вэ?", "dna гэж юу вэ?"],
    ["ATPийн хэмжээ", "atp-ийн хэмжээ"],
    ["фото\u00ADсин\u200Bтез", "фотосинтез"],
    ["и\u0306", "й"],
    ["v = s/t", "v = s/t"],
    ["", ""],
  ])("reads %j as %j", (written, folded) => {
    expect(foldMongolian(written)).toBe(folded);
  });

  it("changes nothing when it is applied again", () => {
    const letters = fc.constantFrom(...Array.from("аӨөүҮvєЄїXxABаbcE eёЁйqI1.,-θİŞ\u0306\u00AD"));
    const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: letters, maxLength: 40 }));
    fc.assert(
      fc.property(text, (each) => {
        const once = foldMongolian(each);
        expect(foldMongolian(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });
});
