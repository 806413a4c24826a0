import { describe, expect, it } from "vitest";
import { somePassage } from "../../../../tests/engines/passage-fixtures.ts";
import { analyseWords } from "./analyse-text.ts";
import { preferAnswers } from "./prefer-answers.ts";

const lesson = { passage: somePassage({ text: "Фотосинтез гэдэг нь үйл явц юм." }), score: 9 };
const mention = { passage: somePassage({ text: "Фотосинтез өдөр явагдана." }), score: 10 };
const exercise = { passage: somePassage({ text: "Фотосинтез гэж юу вэ?", kind: "exercise" }), score: 10 };
const order = (question: string, ...found: (typeof lesson)[]) =>
  preferAnswers(question, analyseWords("фотосинтез"), found).map(({ passage }) => passage.text);

describe("preferAnswers", () => {
  it("puts the sentence that defines before one that only mentions", () => {
    expect(order("Фотосинтез гэж юу вэ?", mention, lesson)[0]).toBe(lesson.passage.text);
    expect(order("Фотосинтез хэзээ явагддаг вэ?", mention, lesson)[0]).toBe(mention.passage.text);
  });

  it("puts an exercise behind the lesson, unless exercises are asked for", () => {
    expect(order("Фотосинтез хэзээ явагддаг вэ?", exercise, lesson)[0]).toBe(lesson.passage.text);
    expect(order("Фотосинтезийн дасгал", exercise, lesson)[0]).toBe(exercise.passage.text);
  });

  it("leaves an empty list empty", () => {
    expect(order("Фотосинтез гэж юу вэ?")).toEqual([]);
  });
});
