import { expect, test } from "vitest";
import { fixedSentences } from "./fixed-sentences.ts";
import { answerSmallTalk } from "./small-talk.ts";

const words = fixedSentences("mn");

test.each([
  ["Сайн уу", words.greeting],
  ["сайн байна уу багш аа?", words.greeting],
  ["sain uu", words.greeting],
  ["Hi!", words.greeting],
  ["Баярлалаа", words.thanks],
  ["Их баярлалаа багш аа", words.thanks],
  ["bayarlalaa", words.thanks],
  ["баяртай", words.farewell],
])("«%s» is answered in kind", (question, answer) => {
  expect(answerSmallTalk(question, "mn")).toBe(answer);
});

test.each([
  "Сайн уу, эс гэж юу вэ?",
  "Мэндчилгээ гэж юу вэ?",
  "Байна уу гэдэг үгийн утга",
  "hi energy",
  "Баярлалаа гэж англиар юу гэдэг вэ",
])("«%s» is a question", (question) => {
  expect(answerSmallTalk(question, "mn")).toBeUndefined();
});
