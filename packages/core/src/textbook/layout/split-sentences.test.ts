import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinLines } from "./join-lines.ts";
import type { Line } from "./page-text.ts";
import { passageId } from "./passage-id.ts";
import { isContentsLine, readContentsLines } from "./printed-contents.ts";
import { splitSentences } from "./split-sentences.ts";
import { isId, type TextbookId } from "../../kernel/index.ts";

const line = (text: string): Line => ({
  kind: "line",
  runs: [{ at: "base", text }],
  x: 0,
  x1: 100,
  y: 10,
  top: 2,
  bottom: 12,
  size: 10,
  font: "f1",
});

describe("splitSentences", () => {
  it("cuts at the ends of sentences into pieces of like length", () => {
    const sentence = "Ногоон ургамал нарны гэрлээс хоолоо хийдэг.";
    const pieces = splitSentences(Array(6).fill(sentence).join(" "), 150);
    expect(pieces).toEqual([`${sentence} ${sentence} ${sentence}`, `${sentence} ${sentence} ${sentence}`]);
  });

  it.each(["А. Эйнштейн 1905 онд харьцангуйн онолоо нийтэлжээ.", "1. Бүх амьд бие эсээс тогтоно."])(
    "does not end a sentence inside «%s»",
    (text) => {
      expect(splitSentences(`${text} ${text}`, text.length + 5)).toEqual([text, text]);
    },
  );

  it("loses nothing and keeps to the limit, whatever the text", () => {
    const words = fc.array(fc.stringMatching(/^[а-яөүА-Я0-9]{1,12}[.,?]?$/u), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(words, fc.integer({ min: 40, max: 500 }), (parts, limit) => {
        const text = parts.join(" ");
        const pieces = splitSentences(text, limit);
        expect(pieces.every((piece) => piece.length <= limit)).toBe(true);
        expect(pieces.join(" ")).toBe(text);
      }),
    );
  });
});

describe("joinLines", () => {
  it.each([
    ["joins a word parted by a hyphen", ["үйсний нимгэн зүсмэ-", "лийг"], "үйсний нимгэн зүсмэлийг"],
    ["joins at Unicode's hyphen and at the soft one", ["фото‐", "син\u00AD", "тез"], "фотосинтез"],
    ["keeps the hyphen after an abbreviation", ["АТФ, НАДФН-", "ийн энерги"], "АТФ, НАДФН-ийн энерги"],
    ["keeps the hyphen before a capital", ["Улаанбаатар-", "Дархан"], "Улаанбаатар- Дархан"],
    ["puts a space between words", ["нэг", "хоёр"], "нэг хоёр"],
  ])("%s", (_what, lines, expected) => {
    expect(joinLines(lines.map(line)).text).toBe(expected);
  });
});

describe("readContentsLines", () => {
  const contents = [
    "БҮЛЭГ 1. Эс . . . . . . . . . . . 1",
    "1.1. Эс бол амьдралын нэгж.................... 1",
    "1.2.3 Хэдэн язгуур вэ? … … 12",
    "Нэр томьёо _ _ _ _ _ 18",
  ].map(line);

  it("reads titles, levels and printed pages", () => {
    expect(readContentsLines(contents)).toEqual([
      { level: 1, title: "БҮЛЭГ 1. Эс", printedPage: "1" },
      { level: 2, title: "1.1. Эс бол амьдралын нэгж", printedPage: "1" },
      { level: 3, title: "1.2.3 Хэдэн язгуур вэ?", printedPage: "12" },
      { level: 1, title: "Нэр томьёо", printedPage: "18" },
    ]);
  });

  it.each(["Хариу: ..........", "Бодлого 3. 2 + 3 = 5", "1665 онд эсийг нээжээ."])(
    "takes «%s» for no entry",
    (text) => {
      expect(isContentsLine(line(text))).toBe(false);
      expect(readContentsLines([line(text)])).toEqual([]);
    },
  );
});

describe("passageId", () => {
  const at = { textbookId: "tbk_01ARZ3NDEKTSV4RRFFQ69G5FAV" as TextbookId, edition: 1, pdfPage: 4, order: 7 };

  it("is the same for the same place and shaped like every id", () => {
    expect(passageId(at)).toBe(passageId({ ...at }));
    expect(isId("passage", passageId(at))).toBe(true);
  });

  it.each([{ edition: 2 }, { pdfPage: 5 }, { order: 8 }])("differs with %o", (other) => {
    expect(passageId({ ...at, ...other })).not.toBe(passageId(at));
  });
});
