import { expect, test } from "vitest";
import { samplePassage } from "../../../../tests/support/sample-passage.ts";
import { citePassage } from "./answering/cite-passage.ts";
import { packAnswer, unpackAnswer } from "./pack-answer.ts";
import type { SavedAnswer } from "./ports.ts";

const answer: SavedAnswer = {
  text: "Фотосинтез гэдэг нь ногоон ургамал гэрлийн энергийг ашиглах үйл явц юм. [1] ".repeat(20),
  citations: [citePassage(samplePassage(), 1), citePassage(samplePassage(), 2)],
  notices: ["passages-only"],
  outcome: "passages",
  source: "passages",
  categories: [],
};

test("an answer comes back as it was", () => {
  expect(unpackAnswer(packAnswer(answer))).toEqual(answer);
});

test("an answer takes less than half of its JSON", () => {
  expect(packAnswer(answer).length).toBeLessThan(Buffer.byteLength(JSON.stringify(answer)) / 2);
});
