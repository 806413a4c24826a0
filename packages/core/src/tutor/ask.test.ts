import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scriptedModel } from "../../../../tests/support/scripted-model.ts";
import { askInput, openSampleBooks, tutorWorld, watch } from "../../../../tests/support/tutor-world.ts";
import type { SqlitePassageIndex } from "../adapters/sqlite-passage-index.ts";
import { fixedSentences } from "./answering/fixed-sentences.ts";
import { ask, AnswerEvent, readConversation } from "./index.ts";

let books: SqlitePassageIndex;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ index: books, close } = await openSampleBooks());
});
afterAll(() => close());

describe("without a model", () => {
  test.each(["Фотосинтез гэж юу вэ?", "fotosintez gej yu ve", "Фотосинтэз гэж юу вэ", "фотосинтез гэж юv вэ"])(
    "«%s» is answered by the book's own defining sentence, with its citation",
    async (question) => {
      const world = tutorWorld(books);
      const { text, events, done } = await watch(ask(world.as(), askInput(question)));
      expect(text).toMatch(/^Фотосинтез гэдэг нь ногоон ургамал .* үйл явц юм\. \[1\]/u);
      expect(events.find(({ type }) => type === "sources")).toMatchObject({
        citations: [
          { number: 1, bookTitle: "Биологи 8", printedPage: "12", section: "2.1. Фотосинтез гэж юу вэ" },
          { number: 2 },
        ],
      });
      expect(events).toContainEqual({ type: "notice", notice: "passages-only" });
      expect(done).toMatchObject({ outcome: "passages", source: "passages", replayed: false });
    },
  );

  test("the events are the contract's, in its order, and end with done", async () => {
    const { events, types } = await watch(ask(tutorWorld(books).as(), askInput("Эс гэж юу вэ?")));
    for (const event of events) expect(AnswerEvent.parse(event)).toEqual(event);
    expect([...new Set(types)]).toEqual(["status", "sources", "notice", "delta", "done"]);
  });

  test("a question that the books do not answer says so and invents nothing", async () => {
    const world = tutorWorld(books);
    const { text, events, done } = await watch(
      ask(world.as(), askInput("Квант компьютерын алгоритмыг хэн зохиосон бэ?")),
    );
    expect(text).toBe(fixedSentences("mn").notInBooks);
    expect(events).toContainEqual({ type: "notice", notice: "not-in-books" });
    expect(done).toMatchObject({ outcome: "not-in-books", source: "none" });
  });

  test("a lower grade's book is used where the own has nothing, and says so", async () => {
    const { text, events } = await watch(ask(tutorWorld(books).as(), askInput("Хөрс гэж юу вэ?")));
    expect(text).toContain("үржил шимт");
    expect(events).toContainEqual({ type: "notice", notice: "lower-grade" });
  });

  test("an exercise is not solved: the pupil's own try is asked for first", async () => {
    const { text } = await watch(
      ask(tutorWorld(books).as(), askInput("Эсийн тухай дасгал 3-ыг бодоод өгөөч, булчингийн эсэд")),
    );
    expect(text).toContain("Эхлээд өөрөө оролдоод үзээрэй");
  });
});

describe("a follow-up question", () => {
  test("is understood from the thread", async () => {
    const world = tutorWorld(books);
    const first = askInput("Фотосинтез гэж юу вэ?");
    const { done } = await watch(ask(world.as(), first));
    world.clock.advance(5_000);
    const { conversationId } = first;
    const next = await watch(ask(world.as(), askInput("Энэ хаана явагддаг вэ?", { conversationId, followUp: true })));
    expect(next.text).toContain("хлоропласт");
    expect(next.done?.title).toBe(done?.title);
  });

  test.each([
    ["Намайг шалгаж нэг асуулт асуу", /шалгаж үзье.*Дасгал 3\. Булчингийн эсэд/su],
    ["Илүү энгийнээр тайлбарлаач", /^Эс гэдэг нь/u],
    ["Дасгал 3-ыг бодоод өг", /Дасгал 3\. Булчингийн эсэд .*Эхлээд өөрөө оролдоод/su],
  ])("«%s» stays with the thread's topic, whatever was asked between", async (question, expected) => {
    const world = tutorWorld(books);
    const first = askInput("Эс гэж юу вэ?");
    const { conversationId } = first;
    await watch(ask(world.as(), first));
    for (const between of ["Сайн байна уу", "Жишээ гаргаж өгөөч"]) {
      world.clock.advance(5_000);
      await watch(ask(world.as(), askInput(between, { conversationId, followUp: true })));
    }
    world.clock.advance(5_000);
    const { text, events } = await watch(ask(world.as(), askInput(question, { conversationId, followUp: true })));
    expect(text).toMatch(expected);
    const cited = events.flatMap((event) => (event.type === "sources" ? event.citations : []));
    expect(new Set(cited.map(({ bookTitle }) => bookTitle))).toEqual(new Set(["Биологи 8"]));
  });

  test.each([
    ["Бодлого 3-ыг бодоод өг", fixedSentences("mn").whichExercise],
    ["Жишээ гаргаж өгөөч", fixedSentences("mn").whichTopic],
  ])("«%s» without a thread is asked back, and nothing is cited", async (question, sentence) => {
    const { text, types } = await watch(ask(tutorWorld(books).as(), askInput(question)));
    expect(text).toBe(sentence);
    expect(types).not.toContain("sources");
  });

  test("in a conversation that is not there is refused", async () => {
    const events = ask(tutorWorld(books).as(), askInput("Яагаад?", { followUp: true }));
    await expect(watch(events)).rejects.toMatchObject({ kind: "not-found", code: "tutor.no-conversation" });
  });
});

describe("with models", () => {
  test("the first one answers from the passages, sentence by sentence", async () => {
    const model = scriptedModel("gemini", ["Фотосинтез бол ", "ургамлын үйл явц. [1] Гэрэл", " хэрэгтэй [2]."]);
    const world = tutorWorld(books, { models: [model] });
    const { events, text, done } = await watch(ask(world.as(), askInput("Фотосинтез гэж юу вэ?")));
    expect(events.filter(({ type }) => type === "delta")).toEqual([
      { type: "delta", text: "Фотосинтез бол ургамлын үйл явц. [1] " },
      { type: "delta", text: "Гэрэл хэрэгтэй [2]." },
    ]);
    expect(done).toMatchObject({ outcome: "answered", source: "model", model: "gemini", usage: { inputTokens: 10 } });
    const prompt = model.requests[0]?.messages.at(-1)?.content ?? "";
    expect(prompt).toContain('<passage number="1"');
    expect(prompt).toContain("нийлэгжүүлж");
    expect(world.sent).toMatchObject([{ outcome: "answered", model: "gemini", inputTokens: 10, subject: "biology" }]);
    expect(text.endsWith("[2].")).toBe(true);
  });

  test("a follow-up carries the thread to the model", async () => {
    const model = scriptedModel("gemini", ["Хариулт. [1]"]);
    const world = tutorWorld(books, { models: [model] });
    const first = askInput("Фотосинтез гэж юу вэ?");
    await watch(ask(world.as(), first));
    await watch(ask(world.as(), askInput("Яагаад?", { conversationId: first.conversationId, followUp: true })));
    expect(model.requests[1]?.messages.slice(1, 3)).toEqual([
      { role: "user", content: "Фотосинтез гэж юу вэ?" },
      { role: "assistant", content: "Хариулт. [1]" },
    ]);
  });

  test("«намайг шалга» gives the model the thread and passages of its topic", async () => {
    const model = scriptedModel("gemini", ["Хариулт. [1]"]);
    const world = tutorWorld(books, { models: [model] });
    const first = askInput("Эс гэж юу вэ?");
    await watch(ask(world.as(), first));
    const next = askInput("Намайг шалгаж нэг асуулт асуу", { conversationId: first.conversationId, followUp: true });
    await watch(ask(world.as(), next));
    const messages = model.requests[1]?.messages ?? [];
    expect(messages[1]).toEqual({ role: "user", content: "Эс гэж юу вэ?" });
    expect(messages.at(-1)?.content).toContain("Дасгал 3. Булчингийн эсэд");
    expect(messages.at(-1)?.content).not.toContain("Ньютоны");
  });

  test("more detail is given more tokens", async () => {
    const model = scriptedModel("gemini", ["Хариулт. [1]"]);
    const world = tutorWorld(books, { models: [model] });
    const first = askInput("Фотосинтез гэж юу вэ?");
    await watch(ask(world.as(), first));
    const more = askInput("Дэлгэрэнгүй", { conversationId: first.conversationId, followUp: true, mode: "more-detail" });
    await watch(ask(world.as(), more));
    expect(model.requests.map(({ maxOutputTokens }) => maxOutputTokens)).toEqual([1_024, 2_048]);
  });

  test("when all fail the book answers, and says that the model rests", async () => {
    const failing = scriptedModel("gemini", [], { fail: "overloaded" });
    const world = tutorWorld(books, { models: [failing, failing] });
    const { text, events, done } = await watch(ask(world.as(), askInput("Эс гэж юу вэ?")));
    expect(text).toContain("Эс гэдэг нь");
    expect(events).toContainEqual({ type: "notice", notice: "model-resting" });
    expect(done).toMatchObject({ outcome: "passages", source: "passages" });
  });

  test("one that falls silent half way is finished from the book, with numbers that fit", async () => {
    const cut = scriptedModel("gemini", ["Эс бол нэгж. [1] ", "Тэр"], { fail: "cut-off" });
    const { text, events, done } = await watch(
      ask(tutorWorld(books, { models: [cut] }).as(), askInput("Эс гэж юу вэ?")),
    );
    expect(text).toMatch(/^Эс бол нэгж\. \[1\] \n\nСурах бичигт цааш нь ингэж бичжээ:/u);
    expect(text).toMatch(/нэгж юм\. \[\d\]/u);
    expect(events).toContainEqual({ type: "notice", notice: "model-resting" });
    expect(done).toMatchObject({ outcome: "answered", source: "model" });
  });
});

describe("what is written down", () => {
  test("is the masked question, the answer once and the citations it uses", async () => {
    const model = scriptedModel("gemini", ["Зөвхөн энэ. [2]"]);
    const world = tutorWorld(books, { models: [model] });
    const input = askInput("Миний утас 99112233, фотосинтез гэж юу вэ?");
    await watch(ask(world.as(), input));
    const { exchanges, title } = await readConversation(world.as(), input);
    expect(title).toBe("Миний утас [утасны дугаар], фотосинтез гэж юу вэ?");
    expect(exchanges).toMatchObject([
      { question: "Миний утас [утасны дугаар], фотосинтез гэж юу вэ?", state: "answered", answer: "Зөвхөн энэ. [2]" },
    ]);
    expect(exchanges[0]?.citations.map(({ number }) => number)).toEqual([2]);
    expect(JSON.stringify(model.requests)).not.toContain("99112233");
  });

  test("the pupil is told why a part of the question was hidden", async () => {
    const { events, text } = await watch(ask(tutorWorld(books).as(), askInput("Миний утас 99112233, эс гэж юу вэ?")));
    expect(events).toContainEqual({ type: "notice", notice: "private-data-hidden" });
    expect(text).toContain("Эс гэдэг нь");
  });

  test("a queue that is down is nobody's trouble but the log's", async () => {
    const world = tutorWorld(books);
    const logged: string[] = [];
    const log = { info: () => {}, warn: () => {}, error: (message: string) => void logged.push(message) };
    const interactions = { send: () => Promise.reject(new Error("down")) };
    const { done } = await watch(ask({ ...world.with({ interactions }), log }, askInput("Эс гэж юу вэ?")));
    expect(done).toMatchObject({ outcome: "passages" });
    expect(logged).toEqual(["An interaction was not sent."]);
  });
});
