import { describe, expect, test } from "vitest";
import { areEndings } from "./rules/endings.ts";
import { createMatcher } from "./rules/matcher.ts";
import { readPhrase } from "./rules/phrase.ts";
import { createVocabulary } from "./rules/vocabulary.ts";
import { keysOf, latinKey } from "./rules/word-keys.ts";

const found = (phrases: readonly string[], text: string, options?: { acrossSentences?: boolean }) => {
  const { words, hits } = createMatcher(phrases).match(text, options);
  return hits.map(({ phrase, first, last }) => [
    phrases[phrase],
    text.slice(words[first]?.start ?? 0, words[last]?.end ?? 0),
  ]);
};
const isFound = (phrase: string, text: string) => found([phrase], text).length > 0;

describe("a phrase is found", () => {
  test.each([
    ["харандаа*", "Харандаагаар зурлаа"],
    ["харандаа*", "харандаа"],
    ["улаан харандаа*", "миний улаан харандааг"],
    ["улаан .. харандаа*", "улаан нэг хоёр гурав дөрөв тав харандаа"],
    ["улаан ... харандаа*", "улаан нэг хоёр гурав дөрөв тав зургаа долоо найм ес арав харандаа"],
    ["улаан|ногоон ном*", "ногоон номыг"],
    ["улаан|ногоон_том ном*", "ногоон том ном"],
    ["улаан|ногоон_том ном*", "улаан ном"],
    ["улаан .. ногоон_том_ном*", "улаан бас ногоон том номыг"],
    ["улаан_ном* .. харандаа", "улаан номоо хоёр том харандаа"],
    ["улаан|ногоон .. ногоон_том", "улаан ба ногоон том"],
    ["ногоон_том & улаан", "улаан ба ногоон том"],
    ["ногоон_том & улаан", "ногоон том ба улаан"],
    ["улаан & ногоон_том", "ногоон том нэг улаан"],
    ["ногоон_том .. ном*", "ногоон том хоёр номыг"],
    ["харанд~", "харандчилга"],
    ["pencil*", "two pencils"],
    ["bake*", "baking bread"],
    ["pencil", "PENCIL"],
    ["харандаа*", "harandaa"],
    ["харандаа*", "х а р а н д а а"],
    ["харандаа*", "хар\u200Bандаа"],
    ["харандаа*", "хaрaндaa"],
    ["харандаа*", "харандаааааа"],
    ["өнгө", "онго"],
    ["өнгө*", "онгоор"],
    ["өнгө*", "өнгөөр"],
    ["өнгө*", "өнгөөс"],
    ["pencil", "penciiiil"],
    ["pencil", "pencill"],
    ["die", "diee"],
    ["die", "dieeee"],
    ["ном ном", "ном ном"],
  ])("%s in «%s»", (phrase, text) => {
    expect(isFound(phrase, text)).toBe(true);
  });
});

describe("a phrase is not found", () => {
  test.each([
    ["харандаа", "харандаагаар"],
    ["амь*", "амьтан"],
    ["ал*", "алим"],
    ["эсээ*", "эсээр"],
    ["be", "bee"],
    ["улаан харандаа*", "улаан том харандаа"],
    ["улаан .. харандаа*", "улаан нэг хоёр гурав дөрөв тав зургаа харандаа"],
    ["улаан ... харандаа*", "улаан нэг хоёр гурав дөрөв тав зургаа долоо найм ес арав зуу харандаа"],
    ["улаан харандаа*", "улаан. Харандаа"],
    ["улаан харандаа*", "харандаа улаан"],
    ["pencil", "pencils"],
    ["pencil*", "pencilvania"],
    ["харанд~", "харан"],
    ["ном ном", "ном"],
    ["улаан|ногоон_том ном*", "ногоон ном"],
    ["ногоон_том", "ногоон. Том"],
    ["ногоон_том", "ногоон их том"],
    ["ногоон_том том", "ногоон том"],
    ["улаан .. ногоон_том", "улаан нэг хоёр гурав дөрөв тав зургаа ногоон том"],
    ["ногоон_том .. ном*", "ногоон бас том номыг"],
    ["ногоон_том .. ном*", "ногоон. Том ном"],
    ["том & ногоон_том", "ногоон том"],
    ["ном", ""],
  ])("%s in «%s»", (phrase, text) => {
    expect(isFound(phrase, text)).toBe(false);
  });
});

describe("a matcher", () => {
  test("tells which phrase stands where", () => {
    expect(found(["улаан .. ном*", "хөх ном*"], "би улаан том номыг. Хөх номоо уншив")).toEqual([
      ["улаан .. ном*", "улаан том номыг"],
      ["хөх ном*", "Хөх номоо"],
    ]);
  });

  test("reaches over the ends of sentences only when it is told to", () => {
    expect(found(["улаан ном*"], "улаан. ном")).toEqual([]);
    expect(found(["улаан ном*"], "улаан. ном", { acrossSentences: true })).toHaveLength(1);
  });

  test("takes the nearest beginning", () => {
    expect(found(["улаан .. ном*"], "улаан улаан ном")).toEqual([["улаан .. ном*", "улаан ном"]]);
  });

  test("begins again after it has found one, and stops telling the same after twenty", () => {
    expect(found(["ном"], "ном хүн ном")).toHaveLength(2);
    expect(found(["ном"], "ном ".repeat(50))).toHaveLength(20);
    expect(found(["ном", "хүн"], `${"ном ".repeat(50)}хүн`)).toHaveLength(21);
  });

  test("keeps nothing of one text for the next", () => {
    const matcher = createMatcher(["улаан ном*"]);
    expect(matcher.match("улаан").hits).toEqual([]);
    expect(matcher.match("ном").hits).toEqual([]);
  });
});

describe("a phrase as written", () => {
  test("is read into steps with the words that may stand between", () => {
    expect(readPhrase(" а  .. б|в* ... г ")).toEqual([
      [
        { words: ["а"], gap: 0 },
        { words: ["б", "в*"], gap: 5 },
        { words: ["г"], gap: 10 },
      ],
    ]);
  });

  test("has one variant for each order of its parts, and keeps words that belong together together", () => {
    const words = (phrase: string) =>
      readPhrase(phrase).map((steps) => steps.map((step) => step.words.join("/")).join(" "));
    expect(words("а|б_в|г_д е")).toEqual(["а/б_в/г_д е"]);
    expect(words("а & б_в")).toEqual(["а б_в", "б_в а"]);
  });
});

describe("endings", () => {
  test.each([
    ["ас", "cyrillic", true],
    ["ин", "cyrillic", true],
    ["ууд", "cyrillic", true],
    ["тан", "cyrillic", false],
    ["s", "latin", true],
    ["ing", "latin", true],
    ["vania", "latin", false],
    ["ingsing", "latin", false],
    ["ууд".repeat(5), "cyrillic", false],
  ] as const)("%s of a %s word: %s", (rest, language, expected) => {
    expect(areEndings(rest, language)).toBe(expected);
  });
});

describe("a word is known", () => {
  test("by its letters in English, case and marks aside, letters held down counted twice at most", () => {
    expect(latinKey("Péncil")).toBe("pencil");
    expect(latinKey("pennnncil")).toBe("penncil");
    expect(latinKey("pen-cil 2")).toBe("pencil");
  });

  test("in every language that it may be", () => {
    const languages = new Set(keysOf("nom").map(({ language }) => language));
    expect([...languages].toSorted()).toEqual(["cyrillic", "latin"]);
    expect(keysOf("ном").every(({ language }) => language === "cyrillic")).toBe(true);
    expect(keysOf("ном")[0]?.stem).toBeDefined();
    expect(keysOf("123")).toEqual([]);
  });

  test("with letters held down, and not when it is no word any more", () => {
    expect(keysOf("абвгд".repeat(20))).toEqual([]);
    expect(keysOf("а".repeat(70)).length).toBeGreaterThan(0);
    expect(keysOf("а".repeat(90))).toEqual([]);
  });

  test("by every term it fits, in the order of the list's places", () => {
    const vocabulary = createVocabulary(["ном", "ном*", "хүн", "pen*"]);
    expect(new Set(vocabulary.termsOf("ном"))).toEqual(new Set([0, 1]));
    expect(vocabulary.termsOf("номын")).toEqual([1]);
    expect(vocabulary.termsOf("pens")).toEqual([3]);
    expect(vocabulary.termsOf("гэр")).toEqual([]);
    expect(vocabulary.termsOf("номын")).toEqual([1]);
  });

  test("inside letters that ran together, the longest first, and what is unknown stays whole", () => {
    const { segment } = createVocabulary(["ном*", "номтой", "ширээ"]);
    expect(segment("номтой")).toEqual([{ text: "номтой", at: 0 }]);
    expect(segment("зззномтойквв")).toEqual([
      { text: "ззз", at: 0 },
      { text: "номтой", at: 3 },
      { text: "квв", at: 9 },
    ]);
    expect(segment("ширээном").map(({ text }) => text)).toEqual(["ширээ", "ном"]);
    expect(segment("ззз")).toEqual([{ text: "ззз", at: 0 }]);
  });
});
