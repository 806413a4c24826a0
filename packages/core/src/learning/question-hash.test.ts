import { expect, test } from "vitest";
import { questionHash } from "./question-hash.ts";

test.each([
  ["Хар нүх гэж юу вэ?", "хар нүх гэж юу вэ"],
  ["Хар нүх гэж юу вэ?", "har nuh gej yu ve"],
  ["Хар нүх гэж юу вэ?", "Хар нvх гэж юу вэ ???"],
])("«%s» and «%s» are one question", (one, other) => {
  expect(questionHash(one)).toBe(questionHash(other));
});

test("other words are another question", () => {
  expect(questionHash("Хар нүх гэж юу вэ?")).not.toBe(questionHash("Цагаан одой гэж юу вэ?"));
});
