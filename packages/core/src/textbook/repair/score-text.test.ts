import { expect, test } from "vitest";
import { corruptions } from "../../../../../tests/evals/text-layer-corruptions.ts";
import { scoreText } from "./score-text.ts";

const clean = "Хүйтэн өвлийн дараа хавар болж, ургамал нахиалан, шувууд нисэн ирдэг. Энэ үед өдөр уртасна.";

test.each([
  ["Mongolian", clean],
  ["English", "The quick brown fox jumps over the lazy dog and reads LaTeX."],
  ["Russian", "Электрический ток есть упорядоченное движение заряженных частиц."],
  ["Kazakh", "Қазақстан Республикасы тәуелсіз мемлекет болып табылады және адам құқықтары."],
])("%s is clean", (_language, text) => {
  expect(scoreText(text).verdict).toBe("clean");
});

test.each(Object.keys(corruptions).filter((name) => name !== "none"))("Mongolian damaged by %s is suspect", (name) => {
  expect(scoreText(corruptions[name]?.(clean) ?? "")).toMatchObject({ verdict: "suspect" });
});

test("glyph numbers without any meaning are suspect", () => {
  expect(
    scoreText("\u0003\u0011\u0014 \u0007\u0015\u0016 \uFFFD\uFFFD\uFFFD\uFFFD \uE001\uE002\uE003\uE004").verdict,
  ).toBe("suspect");
});

test("a page without words is empty", () => {
  expect(scoreText("12\n\n3,5 = 7")).toEqual({ score: 1, letters: 0, verdict: "empty" });
});
