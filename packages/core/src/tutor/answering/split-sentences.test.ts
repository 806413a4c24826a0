import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSentenceSplitter, splitSentences } from "./split-sentences.ts";

describe("a text", () => {
  test.each([
    ["Эс бол нэгж юм. Бүх амьд бие эсээс тогтоно.", ["Эс бол нэгж юм. ", "Бүх амьд бие эсээс тогтоно."]],
    ["Алим, лийр гэх мэт. жимс", ["Алим, лийр гэх мэт. жимс"]],
    ["Нэг. Алим, лийр гэх мэт. Дараа нь", ["Нэг. ", "Алим, лийр гэх мэт. ", "Дараа нь"]],
    ["Хурд 3.14 м/с байна. Тэгвэл", ["Хурд 3.14 м/с байна. ", "Тэгвэл"]],
    ["Д. Нацагдорж шүлэг бичсэн. Тэр", ["Д. Нацагдорж шүлэг бичсэн. ", "Тэр"]],
    ["Ж.Д. Баатар ирэв. Явав.", ["Ж.Д. Баатар ирэв. ", "Явав."]],
    ["Ингэж бичнэ [1]. Дараа нь", ["Ингэж бичнэ [1]. ", "Дараа нь"]],
    ["Ингэж бичнэ. [1] Дараа нь", ["Ингэж бичнэ. [1] ", "Дараа нь"]],
    ["Ингэж бичнэ. [1][2] Дараа нь", ["Ингэж бичнэ. [1][2] ", "Дараа нь"]],
    ["Томьёо $a. B = c$ гэнэ. Одоо", ["Томьёо $a. B = c$ гэнэ. ", "Одоо"]],
    ["$$a = b. C$$ гэнэ. Одоо", ["$$a = b. C$$ гэнэ. ", "Одоо"]],
    ["1. Нэг зүйл\n2. Хоёр зүйл\n", ["1. Нэг зүйл\n", "2. Хоёр зүйл\n"]],
    ["Үнэ 5$ байна. Дараа.\n\nШинэ мөр. Төгсөв.", ["Үнэ 5$ байна. Дараа.\n\n", "Шинэ мөр. ", "Төгсөв."]],
    ["Үнэхээр үү?! Тийм.", ["Үнэхээр үү?! ", "Тийм."]],
    ["«Явъя.» Тэр хэлэв.", ["«Явъя.» ", "Тэр хэлэв."]],
    ["\n\nНэг. Хоёр. Гурав", ["\n\nНэг. ", "Хоёр. ", "Гурав"]],
    ["", []],
  ])("%j is cut into sentences", (text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });

  test("loses and adds nothing, however it arrives", () => {
    const piece = fc.string({ unit: fc.constantFrom(...Array.from("абВГ .!?…\n$[]1,2«»")) });
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const splitter = createSentenceSplitter();
        const sentences = [...pieces.flatMap((text) => splitter.push(text)), ...splitter.end()];
        expect(sentences.join("")).toBe(pieces.join(""));
        expect(sentences.every((sentence) => sentence.length > 0)).toBe(true);
      }),
    );
  });

  test("without an end is cut in bounded pieces, so that screening always gets to see it", () => {
    const splitter = createSentenceSplitter();
    const sentences = splitter.push("үг ".repeat(1_000));
    expect(Math.max(...sentences.map(({ length }) => length))).toBeLessThanOrEqual(601);
    expect(sentences.length).toBeGreaterThan(3);
  });
});

describe("a sentence that is still arriving", () => {
  test("is held until what follows shows that it ended", () => {
    const splitter = createSentenceSplitter();
    expect(splitter.push("Эс бол нэгж юм.")).toEqual([]);
    expect(splitter.push(" ")).toEqual([]);
    expect(splitter.push("[1")).toEqual([]);
    expect(splitter.push("] ")).toEqual([]);
    expect(splitter.push("Б")).toEqual(["Эс бол нэгж юм. [1] "]);
    expect(splitter.end()).toEqual(["Б"]);
  });
});
