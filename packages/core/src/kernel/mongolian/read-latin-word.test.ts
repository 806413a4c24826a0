import { describe, expect, it } from "vitest";
import { readLatinWord } from "./read-latin-word.ts";

const texts = (word: string) => readLatinWord(word).map(({ text }) => text);

describe("readLatinWord", () => {
  it.each([
    ["shchyotka", "щётка"],
    ["khukh", "хух"],
    ["tsetseg", "цэцэг"],
    ["oyutan", "оютан"],
    ["yndsen", "үндсэн"],
    ["gyrav", "гырав"],
    ["hvn", "хүн"],
    ["vvl", "үүл"],
    ["šine", "шинэ"],
    ["mör", "мөр"],
    ["xo'yor", "хоьёр"],
  ])("reads %s as %s", (word, reading) => {
    expect(texts(word)[0]).toBe(reading);
  });

  it("reads u also as ө, as passports do, one letter at a time", () => {
    expect(texts("umnugovi")).toContain("өмнөгови");
    expect(texts("burkhuvch")).toContain("бурхөвч");
  });

  it("gives at most eight readings, likeliest first, and one for what is no word", () => {
    const readings = readLatinWord("cucucucuc");
    expect(readings).toHaveLength(8);
    expect(readings.map(({ cost }) => cost)).toEqual(readings.map(({ cost }) => cost).toSorted((a, b) => a - b));
    expect(texts("u".repeat(41))).toHaveLength(1);
    expect(texts("")).toEqual([""]);
  });
});
