import { describe, expect, test } from "vitest";
import { samplePassage } from "../../../../../tests/support/sample-passage.ts";
import { savedExchange } from "../../../../../tests/support/saved-exchange.ts";
import type { SavedAnswer } from "../ports.ts";
import { citePassage } from "./cite-passage.ts";
import { readFollowUp, threadTopic, withoutMasked } from "./follow-up.ts";

describe("a question that leans on the thread", () => {
  test.each(["Тэр ямар хэсгээс бүрддэг вэ?", "Энэ хаана явагддаг вэ?", "Яагаад?", "Цааш нь?", "Хэдэн төрөлтэй вэ?"])(
    "«%s»",
    (question) => expect(readFollowUp(question)).toMatchObject({ leans: true }),
  );

  test.each([
    ["Илүү энгийнээр тайлбарлаач", "simpler"],
    ["ilvv engiineer tailbarlaach", "simpler"],
    ["Ойлгосонгүй", "simpler"],
    ["Дахиад тайлбарлаж өгөөч", "simpler"],
    ["Жишээ гаргаж өгөөч", "example"],
    ["jishee heleech", "example"],
    ["Намайг шалгаж нэг асуулт асуу", "quiz"],
    ["Надаас асуулт асуугаач", "quiz"],
  ])("«%s» asks for %s", (question, request) => expect(readFollowUp(question)).toMatchObject({ leans: true, request }));
});

test.each([
  "Мембран гэж юу вэ?",
  "Ньютоны нэгдүгээр хууль юу вэ?",
  "Тэнгэр яагаад цэнхэр байдаг вэ?",
  "Энгийн бутархай гэж юу вэ?",
  "Фотосинтезийн жишээ гаргаж өгөөч",
])("«%s» has a topic of its own", (question) => expect(readFollowUp(question).leans).toBe(false));

describe("a thread's topic", () => {
  const answered = (passage = samplePassage()): SavedAnswer => ({
    text: passage.text,
    citations: [citePassage(passage, 1)],
    notices: [],
    outcome: "passages",
    source: "passages",
    categories: [],
  });

  test("is the last question with a subject of its own, not the request before", () => {
    const thread = [
      savedExchange({ question: "Эс гэж юу вэ?", answer: answered() }),
      savedExchange({ question: "Жишээ гаргаж өгөөч", answer: answered(samplePassage({ section: "9.9. Өөр" })) }),
      savedExchange({ question: "Тэр ямар хэсгээс бүрддэг вэ?", answer: answered() }),
    ];
    expect(threadTopic(thread)).toMatchObject({
      words: "Эс",
      place: { section: "1.1. Эс бол амьдралын нэгж" },
    });
  });

  test("is not a question that the books did not answer", () => {
    const missing: SavedAnswer = { ...answered(), citations: [], outcome: "not-in-books", source: "none" };
    const thread = [
      savedExchange({ question: "Эс гэж юу вэ?", answer: answered() }),
      savedExchange({ question: "Квант компьютер гэж юу вэ?", answer: missing }),
    ];
    expect(threadTopic(thread)?.words).toBe("Эс");
  });

  test("is nothing before the first question", () => expect(threadTopic([])).toBeUndefined());
});

test("a clause with masked personal data is no part of the question", () => {
  expect(withoutMasked("Миний утас [утасны дугаар], эс гэж юу вэ?")).toBe("эс гэж юу вэ?");
});
