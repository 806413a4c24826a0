import { describe, expect, it } from "vitest";
import { analyseWords } from "./analyse-text.ts";
import { asksForDefinition, definesWords } from "./definition-sentence.ts";

describe("asksForDefinition", () => {
  it.each([
    ["Фотосинтез гэж юу вэ?", true],
    ["fotosintez gej yu ve", true],
    ["Фотосинтез гэдэг нь юу вэ", true],
    ["Квадрат язгуурын тодорхойлолт", true],
    ["Навч яагаад ногоон байдаг вэ?", false],
    ["Хурдыг яаж олдог вэ?", false],
  ])("%s: %s", (question, expected) => {
    expect(asksForDefinition(question)).toBe(expected);
  });
});

describe("definesWords", () => {
  const words = analyseWords("фотосинтез");
  it.each([
    ["Фотосинтез гэдэг нь ургамал хоолоо бэлтгэх үйл явц юм.", true],
    ["Энэ үйл явцыг фотосинтез гэж нэрлэдэг.", true],
    ["Гэрлээр хоол бэлтгэхийг фотосинтез гэнэ.", true],
    ["Фотосинтез өдөр явагдана. Үүнийг амьсгал гэж нэрлэдэг.", false],
    ["Фотосинтезийн хурд гэрлээс хамаарна.", false],
  ])("%s: %s", (text, expected) => {
    expect(definesWords(words, text)).toBe(expected);
  });

  it("defines nothing when nothing is named", () => {
    expect(definesWords([], "Эс гэдэг нь нэгж юм.")).toBe(false);
  });
});
