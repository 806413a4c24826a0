import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isVerbForm, stem } from "./stem.ts";

describe("stem", () => {
  it.each([
    ["фотосинтез", "фотосинтезийн", "фотосинтезээр", "фотосинтезд", "fotosintezeer"],
    ["эс", "эсийн", "эсүүд", "эсээс", "эсэд"],
    ["ургамал", "ургамлын", "ургамлууд", "ургамалд", "ургамлаас"],
    ["хурд", "хурдны", "хурдыг", "хурдаар", "хурдтай"],
    ["хууль", "хуулийн", "хуулиуд", "хуулиар"],
    ["тоо", "тооны", "тоог", "тоогоор"],
    ["шулуун", "шулууны", "шулууныг"],
    ["өнцөг", "өнцгийн", "өнцгүүд"],
    ["гэрэл", "гэрлийн", "гэрлээр", "гэрэлд"],
    ["хэмжээ", "хэмжээний"],
    ["олох", "олдог", "олсон", "олно"],
    ["уушги", "уушгины", "уушгинд"],
    ["зохицуулалт", "зохицуулал", "зохицуулалтын"],
  ])("gives one key to the forms of %s", (...forms) => {
    expect(forms.map((form) => stem(form))).toEqual(forms.map(() => stem(forms[0] ?? "")));
  });

  it.each([
    ["чанар", "чан"],
    ["хурд", "хур"],
    ["хүч", "хүчил"],
    ["масс", "масштаб"],
  ])("keeps %s and %s apart", (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });

  it("takes any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 100 }), (text) => {
        expect(stem(text).length).toBeLessThanOrEqual(8 * text.length + 8);
      }),
    );
  });
});

describe("isVerbForm", () => {
  it("tells verbs by their endings", () => {
    expect(["явагддаг", "хэмжих", "зогссон", "шалгаж"].filter((word) => !isVerbForm(word))).toEqual([]);
    expect(["ургамал", "хурд", "эсийн", "тэгшитгэл", "хүч"].filter((word) => isVerbForm(word))).toEqual([]);
  });
});
