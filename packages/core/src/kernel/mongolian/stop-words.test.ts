import { describe, expect, it } from "vitest";
import { splitWords } from "./split-words.ts";
import { isStopWord } from "./stop-words.ts";

const subject = (question: string) =>
  splitWords(question)
    .map(({ text }) => text)
    .filter((word) => !isStopWord(word));

describe("isStopWord", () => {
  it.each([
    ["Фотосинтез гэж юу вэ?", ["Фотосинтез"]],
    ["fotosintez gej yu ve", ["fotosintez"]],
    ["Навч яагаад ногоон байдаг вэ?", ["Навч", "ногоон"]],
    ["Квадрат тэгшитгэлийг тайлбарлаж өгөөч", ["Квадрат", "тэгшитгэлийг"]],
    ["Эс юугаараа ялгаатай вэ", ["Эс", "ялгаатай"]],
    ["Юу вэ?", []],
  ])("leaves the subject of %j", (question, words) => {
    expect(subject(question)).toEqual(words);
  });

  it("keeps short words of lessons: number, seed, water, khan, cell", () => {
    expect(["нэг", "үр", "ус", "хаан", "эс", "хүн", "ул"].filter((word) => isStopWord(word))).toEqual([]);
  });
});
