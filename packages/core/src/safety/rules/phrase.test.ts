import { describe, expect, test } from "vitest";
import { createMatcher } from "./matcher.ts";

const matches = (phrase: string, text: string) => createMatcher([phrase]).match(text).hits.length > 0;

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
    ["үхмээр", "ү.х.м.э.э.р"],
    ["үхмээр", "үхмээээээр"],
    ["үхмээр", "yхмээp"],
    ["үхмээр", "ү\u0336х\u0336м\u0336э\u0336э\u0336р\u0336"],
    ["үхмээр", "үх🔥мээр"],
    ["үхмээр", "би ү х м э э р"],
    ["бомбо", "б0мб0"],
    ["новш", "н*вш"],
    ["kill* myself", "K1ll my5elf"],
    ["kill* myself", "kiiiilling myself"],
    ["kill* myself", "𝓴𝓲𝓵𝓵 ｍｙｓｅｌｆ"],
    ["kill* myself", "🇰🇮🇱🇱 myself"],
    ["hate*", "I h a t e it"],
    ["self~", "selfless"],
    ["самоуби~", "самоубийство"],
    ["нэг & хоёр", "хоёр бас гурав нэг"],
    ["нэг & хоёр", "нэг бас гурав хоёр"],
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
    ["порно*", "порт"],
    ["kill* myself", "skill myself"],
    ["class", "classic"],
    ["нэг & нэг", "нэг"],
    ["утас", "[утасны дугаар]"],
  ])("%s is not found in «%s»", (phrase, text) => {
    expect(matches(phrase, text)).toBe(false);
  });

  test("is told with the place of its words in the text as written", () => {
    const text = "Би «ү.х.м.э.э.р» гэв";
    const { words, hits } = createMatcher(["үхмээр"]).match(text);
    const word = words[hits[0]?.first ?? 0];
    expect(text.slice(word?.start, word?.end)).toBe("ү.х.м.э.э.р");
  });
});
