import { describe, expect, test } from "vitest";
import { compilePhrase } from "./phrase-pattern.ts";
import { toScreenedText } from "./screened-text.ts";

const matches = (phrase: string, text: string) => toScreenedText(text).readings.some(compilePhrase(phrase));

describe("a phrase", () => {
  test.each([
    ["порно*", "порно"],
    ["порно*", "порногоос"],
    ["үхмээр", "Би үхмээр байна"],
    ["үхмээр", "bi uhmeer bn"],
    ["үхмээр", "би vхмээр байна"],
    ["үхмээр", "би ухмээр байна"],
    ["амиа хорло*", "амиа хорлосон"],
    ["яаж .. амиа хорлох", "яаж хүн амархан амиа хорлох вэ"],
    ["тэсрэх бөмбөг*", "тэсрэх бөмбөгийг"],
    ["тэсрэх бөмбөг*", "т э с р э х бөмбөг"],
    ["тэсрэх бөмбөг*", "тэс\u200Bрэх бөмбөг"],
    ["а|эсээ* бич*", "эсээг бичээд"],
    ["а|зохион_бичлэг* .. өг*", "зохион бичлэг нэгийг өгөөч"],
  ])("%s is found in «%s»", (phrase, text) => {
    expect(matches(phrase, text)).toBe(true);
  });

  test.each([
    ["амь*", "амьтан"],
    ["амь*", "амьдрал"],
    ["ал*", "алим"],
    ["үхмээр", "үхэр"],
    ["яаж .. амиа хорлох", "яаж вэ. Амиа хорлох гэдэг үг"],
    ["яаж .. хорлох", "яаж нэг хоёр гурав дөрөв тав зургаа хорлох"],
  ])("%s is not found in «%s»", (phrase, text) => {
    expect(matches(phrase, text)).toBe(false);
  });
});
