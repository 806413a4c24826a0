import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseQuestion } from "./analyse-question.ts";

const stems = (question: string) => analyseQuestion(question).map(({ readings }) => readings[0]?.stem);

describe("analyseQuestion", () => {
  it.each([
    ["Фотосинтез гэж юу вэ?", ["фотосинтз"]],
    ["fotosintez gej yu ve", ["фотосинтз"]],
    ["fotosintez gj yuve", ["фотосинтз"]],
    ["Эс эсийн эсүүд", ["ес"]],
    ["Юу вэ?", []],
    ["", []],
    ["?!…", []],
  ])("reads the subject of %j", (question, subject) => {
    expect(stems(question)).toEqual(subject);
  });

  it("gives a Latin word all its readings and a Cyrillic one a single reading", () => {
    const [latin] = analyseQuestion("Khuvsgul");
    expect(latin?.readings.map(({ stem }) => stem)).toContain("ховсгл");
    expect(analyseQuestion("Хөвсгөл")[0]?.readings).toHaveLength(1);
  });

  it("takes a hostile question of a thousand characters in bounded work", () => {
    const unit = fc.constantFrom(...Array.from("aucvy '’1+=ө\u0301 "));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 1_000 }), (question) => {
        const start = performance.now();
        const words = analyseQuestion(question);
        expect(performance.now() - start).toBeLessThan(1_000);
        expect(words.length).toBeLessThanOrEqual(48);
        for (const { readings } of words) expect(readings.length).toBeLessThanOrEqual(8);
      }),
      { numRuns: 100 },
    );
  });
});
