import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseWords } from "./analyse-text.ts";
import { relevance, relevantFrom } from "./relevance.ts";

const books = {
  total: 300,
  byStem: new Map([
    ["фотосинтз", 20],
    ["ургамл", 40],
    ["хлоропласт", 6],
  ]),
};
const score = (question: string, text: string, section?: string) =>
  relevance(analyseWords(question), { text, ...(section === undefined ? {} : { section }) }, books);

describe("relevance", () => {
  it("is whole when every word of the question stands in the passage in some form", () => {
    expect(score("ургамлын фотосинтез", "Фотосинтез ургамалд явагдана.")).toBe(1);
  });

  it("is nothing when none does, or when there is no word", () => {
    expect(score("Чингис хаан", "Фотосинтез ургамалд явагдана.")).toBe(0);
    expect(score("гэж юу вэ", "Фотосинтез.")).toBe(0);
  });

  it("stays under the gate when the one rare word of the question is missing", () => {
    expect(score("Логарифм ургамал", "Ургамал ногоон.")).toBeLessThan(relevantFrom);
  });

  it("weighs a missing verb little and a missing noun much", () => {
    const text = "Хлоропласт ногоон.";
    expect(score("хлоропласт хийдэг", text)).toBeGreaterThan(relevantFrom);
    expect(score("хлоропласт хийдэг", text)).toBeGreaterThan(score("хлоропласт сансар", text));
  });

  it("does not take a word that the books know for a slip of another: «усны эргэлт» is not «цусны эргэлт»", () => {
    const known = { total: 300, byStem: new Map(analyseWords("усны эргэлт цусны").map(({ stem }) => [stem, 9])) };
    const words = analyseWords("усны эргэлт");
    const water = relevance(words, { text: "Усны эргэлт гэж үүнийг хэлнэ." }, known);
    const blood = relevance(words, { text: "Цусны эргэлт гэж үүнийг хэлнэ." }, known);
    expect(water).toBe(1);
    expect(blood).toBeLessThan(0.6);
  });

  it("forgives a slip of the keyboard in a long word", () => {
    expect(score("хлорапласт", "Хлоропласт ногоон.")).toBeGreaterThan(relevantFrom);
  });

  it("counts a word in the section's title for more", () => {
    expect(score("фотосинтез сансар", "Үйл явц.", "Фотосинтез")).toBeGreaterThan(
      score("фотосинтез сансар", "Фотосинтез."),
    );
  });

  it("stays between 0 and 1 for any question and text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), fc.string({ unit: "binary" }), (question, text) => {
        const value = score(question, text, question);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }),
    );
  });
});
