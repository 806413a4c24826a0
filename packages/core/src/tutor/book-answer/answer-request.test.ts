import { describe, expect, test } from "vitest";
import { samplePassage } from "../../../../../tests/support/sample-passage.ts";
import { fixedSentences } from "../answering/fixed-sentences.ts";
import { answerRequest, type RequestInput } from "./answer-request.ts";

const cell = samplePassage();
const more = samplePassage({
  text:
    "Бүх амьд бие эсээс тогтоно. Эсийн судлалын хөгжилд нөлөөлсөн нарийн төвөгтэй лабораторийн тоног төхөөрөмжийн талаарх " +
    "мэдээллийг дараагийн хэсгээс үзнэ үү. Бактери бол ганц эсээс бүтсэн.",
});
const example = samplePassage({ text: "Олон эст биеийг олон эст гэнэ. Жишээлбэл, хүн, адуу, хус бол олон эст." });
const exercise = samplePassage({
  section: "Дасгал, даалгавар",
  kind: "exercise",
  text: "Дасгал 1. Эсийн онолын санааг тайлбарла. Хариу: эс эсээс үүснэ.\nДасгал 2. Микроскопоор юу харсан бэ?",
});
const words = fixedSentences("mn");
const answer = (parts: Partial<RequestInput>) =>
  answerRequest({
    request: "simpler",
    question: "Эс гэж юу вэ?",
    passages: [cell, more, example, exercise],
    shown: "",
    locale: "mn",
    ...parts,
  });

describe("simpler words", () => {
  test("are the definition and plain sentences of the section that were not shown", () => {
    const { text } = answer({ shown: "Бактери бол ганц эсээс бүтсэн." });
    expect(text).toMatch(/^Эс гэдэг нь .* нэгж юм\. \[1\]/u);
    expect(text).toContain("Бүх амьд бие эсээс тогтоно.");
    expect(text).not.toContain("Бактери");
  });
});

describe("an example", () => {
  test("is the book's own, with the sentence before it", () => {
    expect(answer({ request: "example" }).text).toBe(
      "Олон эст биеийг олон эст гэнэ. Жишээлбэл, хүн, адуу, хус бол олон эст. [1]",
    );
  });

  test("is an exercise to try where the section has none, and an honest word where there is no exercise either", () => {
    expect(answer({ request: "example", passages: [cell, exercise] }).text).toContain(words.exampleToTry);
    expect(answer({ request: "example", passages: [cell] }).text).toContain(words.noExample);
  });
});

describe("a question back", () => {
  test("is one of the chapter, without its answer, with an invitation to try", () => {
    const { text, citations } = answer({ request: "quiz" });
    expect(text).toBe(`${words.quizIntro}\n\nДасгал 1. Эсийн онолын санааг тайлбарла. [1]\n\n${words.quizOutro}`);
    expect(citations.map(({ passageId }) => passageId)).toEqual([exercise.passageId]);
  });

  test("is another one the next time", () => {
    expect(answer({ request: "quiz", shown: "Дасгал 1. Эсийн онолын санааг тайлбарла. [1]" }).text).toContain(
      "Дасгал 2.",
    );
  });

  test("asks about the definition when the book has none", () => {
    expect(answer({ request: "quiz", passages: [cell] }).text).toBe(words.noQuiz);
  });
});
