import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { soundKey } from "./sound-key.ts";

describe("soundKey", () => {
  it.each([
    ["хөдөлгөөн", "ходолгоон", "хєдєлгєєн", "hodolgoon", "khödölgöön", "Xodolgoon"],
    ["фотосинтез", "fotosintez", "photosintez", "ФОТОСИНТЕЗ"],
    ["квадрат", "kvadrat", "kwadrat"],
    ["тэгшитгэл", "tegshitgel", "тегшитгел"],
    ["биологи", "biologi", "biology"],
    ["хүчилтөрөгч", "hvchiltorogch", "huchiltorogch", "хvчилтєрєгч"],
    ["амьтан", "amitan"],
    ["хуваах", "huwaax", "khuvaakh"],
    ["ерөнхий", "yeronhii", "yoronhii"],
    ["юу", "yu", "yuu"],
    ["цэцэг", "ceceg", "tsetseg"],
  ])("gives one key to every spelling of %s", (...spellings) => {
    expect(new Set(spellings.map((word) => soundKey(word))).size).toBe(1);
  });

  it("keeps words apart that differ in more than spelling", () => {
    expect(soundKey("үр")).not.toBe(soundKey("өр"));
    expect(soundKey("хүч")).not.toBe(soundKey("хөх"));
  });

  it("takes any text, and never makes it much longer", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        expect(soundKey(text).length).toBeLessThanOrEqual(8 * text.length + 8);
      }),
    );
  });
});
