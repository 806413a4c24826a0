import { describe, expect, test } from "vitest";
import { toPlainLetters } from "./reading/plain-letters.ts";
import { readWords } from "./reading/read-words.ts";
import { spellingsOf } from "./reading/spellings.ts";

describe("letters are read the same however they are written", () => {
  test.each([
    ["capitals", "ҮХЭР Cat Ёс ӨӨ", "үхэр cat ёс өө"],
    ["small letters", "үхэр cat ёс өө", "үхэр cat ёс өө"],
    ["the ends of the alphabets", "АЯ ая AZ az", "ая ая az az"],
    ["full width", "Ｃａｔ１", "cat1"],
    ["mathematical letters", "𝓬𝓪𝓽", "cat"],
    ["circled letters", "ⓒⓐⓣ", "cat"],
    ["flags", "\u{1F1E8}\u{1F1E6}\u{1F1F9}", "cat"],
    ["the first and the last flag letter", "\u{1F1E6}\u{1F1FF}", "az"],
    ["small capitals", "ᴄᴀᴛ", "cat"],
    ["marks above and below", "c\u0301a\u0323t\u0336", "cat"],
    ["very many marks", `c${"\u0301".repeat(40)}at`, "cat"],
    ["marks of Mongolian letters", "и\u0306 е\u0308", "й ё"],
    ["marks of Latin typing", "o\u0308 ü Ö", "ö ü ö"],
    ["zero-width signs", "c\u200Ba\u200Dt\uFEFF\u00AD", "cat"],
    ["signs of direction", "c\u202Aa\u2066t", "cat"],
    ["tag letters", "c\u{E0061}at", "cat"],
    ["a picture between letters", "c🔥at", "c\uE000at"],
  ])("%s", (_what, text, letters) => {
    expect(toPlainLetters(text).letters).toBe(letters);
  });

  test("and each knows its place in the text", () => {
    const { letters, from, to } = toPlainLetters("a\u200B𝓫c\u0301");
    expect(letters).toBe("abc");
    expect(from).toEqual([0, 2, 4]);
    expect(to).toEqual([1, 4, 6]);
  });

  test("one sign that stands for two letters gives both its place", () => {
    const { letters, from, to } = toPlainLetters("xﬁ");
    expect(letters).toBe("xfi");
    expect(from).toEqual([0, 1, 1]);
    expect(to).toEqual([1, 2, 2]);
  });

  test("a text that is shown backwards says so", () => {
    expect(toPlainLetters("\u202Etac").isReversed).toBe(true);
    expect(toPlainLetters("\u202Dcat").isReversed).toBe(false);
    expect(toPlainLetters("cat").isReversed).toBe(false);
  });
});

const whole = (letters: string) => [{ text: letters, at: 0 }];
const wordsOf = (text: string) => readWords(text, whole).map((word) => word.text);

describe("a text's words", () => {
  test.each([
    ["Эс гэж юу вэ?", ["эс", "гэж", "юу", "вэ"]],
    ["нэг, хоёр; гурав", ["нэг", "хоёр", "гурав"]],
    ["п0рно s3x", ["п0рно", "s3x"]],
    ["@нги $айн €вро", ["@нги", "$айн", "€вро"]],
    ["с@йн х*й f**k don't", ["с@йн", "х*й", "f**k", "don't"]],
    ["a@ @ *b c***d", ["a", "b", "c", "d"]],
    ["c🔥at 🔥 cat", ["cat", "cat"]],
    ["с е к с", ["секс"]],
    ["с.е.к.с", ["секс"]],
    ["с-е-к-с, за", ["секс", "за"]],
    ["с е", ["с", "е"]],
    ["б и   с а й н", ["б", "и", "сайн"]],
    ["с-е к.с", ["с", "е", "к", "с"]],
    ["ab c d e", ["ab", "cde"]],
    ["[утасны дугаар] руу", ["[", "руу"]],
    ["[дугаар] руу", ["дугаар", "руу"]],
    ["", []],
    ["... 🔥 !", []],
  ])("%s", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test("know where they stand, also after letters that were put together", () => {
    const text = "за с е к с юм";
    const places = readWords(text, whole).map(({ start, end }) => text.slice(start, end));
    expect(places).toEqual(["за", "с е к с", "юм"]);
  });

  test("know where pieces of spaced letters stand", () => {
    const text = "б и д э э";
    const pieces = () => [
      { text: "би", at: 0 },
      { text: "дээ", at: 2 },
    ];
    expect(readWords(text, pieces).map(({ text: word, start, end }) => [word, text.slice(start, end)])).toEqual([
      ["би", "б и"],
      ["дээ", "д э э"],
    ]);
  });

  test.each([
    ["Нэг. Хоёр! Гурав? Дөрөв", [0, 1, 2, 3]],
    ["нэг\nхоёр", [0, 1]],
    ["нэг 3.5 хоёр", [0, 0, 0, 0]],
    ["нэг... хоёр", [0, 3]],
    ["нэг?хоёр", [0, 1]],
    ["нэг;хоёр; гурав", [0, 0, 1]],
    ["нэг… хоёр", [0, 3]],
  ])("know their sentence: %s", (text, sentences) => {
    expect(readWords(text, whole).map(({ sentence }) => sentence)).toEqual(sentences);
  });

  test("are read as seen too when the text runs backwards", () => {
    const words = readWords("\u202Eкескес за", whole);
    expect(words.map(({ text }) => text)).toContain("сексек");
    expect(words.at(-1)?.sentence).not.toBe(words[0]?.sentence);
    expect(words.at(-1)).toMatchObject({ start: 0, end: 10 });
  });

  test("of a whole book in single letters are not put together", () => {
    expect(readWords("а ".repeat(2_100), whole).length).toBeGreaterThan(50);
  });
});

describe("a word's spellings", () => {
  test.each([
    ["үхэр", ["үхэр"]],
    ["п0рно", ["порно"]],
    ["с@йн", ["сайн"]],
    ["3ураг", ["зураг", "эураг"]],
    ["s3x", ["sex"]],
    ["k1ll", ["kill", "klll"]],
    ["х*р", ["хар", "хор", "хэр"]],
    ["f*ck", ["fack", "fuck"]],
    ["5", ["5"]],
  ])("%s may be read", (word, expected) => {
    expect(spellingsOf(word)).toEqual(expect.arrayContaining([...expected]));
  });

  test("the plain one comes first, alone where there is nothing to guess", () => {
    expect(spellingsOf("үхэр")).toEqual(["үхэр"]);
    expect(spellingsOf("12345")).toEqual(["12345"]);
  });

  test.each([
    ["сeкc", "секс"],
    ["cекc", "секс"],
    ["sеx", "sex"],
    ["κiλλ", undefined],
    ["τοπ", "топ"],
  ])("letters of two alphabets are turned into one: %s", (word, expected) => {
    if (expected === undefined) expect(spellingsOf(word).every((each) => each !== "kill")).toBe(true);
    else expect(spellingsOf(word)).toContain(expected);
  });

  test("are few, however many signs a word has", () => {
    expect(spellingsOf("1234@$!3104".repeat(4) + "a").length).toBeLessThanOrEqual(12);
    expect(spellingsOf("4444444444ч").length).toBeLessThanOrEqual(12);
  });
});
