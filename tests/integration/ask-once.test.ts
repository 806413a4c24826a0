import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SqlitePassageIndex } from "../../packages/core/src/adapters/sqlite-passage-index.ts";
import {
  ask,
  createExchangeStore,
  deleteConversation,
  readConversation,
  resumeAnswer,
} from "../../packages/core/src/tutor/index.ts";
import { countRequests } from "../support/count-requests.ts";
import { savedExchange } from "../support/saved-exchange.ts";
import { scriptedModel } from "../support/scripted-model.ts";
import { askInput, openSampleBooks, tutorWorld, watch } from "../support/tutor-world.ts";

let books: SqlitePassageIndex;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ index: books, close } = await openSampleBooks());
});
afterAll(() => close());

const question = "Фотосинтез гэж юу вэ?";

describe("the same question", () => {
  test("asked ten times at once asks the model once, and everybody gets the whole answer", async () => {
    const model = scriptedModel("gemini", ["Нэг. [1] ", "Хоёр."], {
      before: () => new Promise((go) => setTimeout(go, 120)),
    });
    const world = tutorWorld(books, { models: [model] });
    const input = askInput(question);
    const watched = await Promise.all(Array.from({ length: 10 }, () => watch(ask(world.as(), input))));
    expect(model.requests).toHaveLength(1);
    expect(watched.map(({ text }) => text)).toEqual(Array.from({ length: 10 }, () => "Нэг. [1] Хоёр."));
    expect(watched.filter(({ done }) => done?.replayed === false)).toHaveLength(1);
    expect(watched.filter(({ types }) => types.includes("status"))).toHaveLength(10);
    expect(world.sent).toHaveLength(1);
    expect((await readConversation(world.as(), input)).exchangeCount).toBe(1);
  });

  test("asked again later is replayed: the same text, sources and ending, at no cost", async () => {
    const model = scriptedModel("gemini", ["Нэг. [1]"]);
    const world = tutorWorld(books, { models: [model] });
    const input = askInput(question);
    const first = await watch(ask(world.as(), input));
    const second = await watch(ask(world.as(), input));
    expect(second.text).toBe(first.text);
    expect(second.done).toEqual({ ...first.done, replayed: true });
    expect(model.requests).toHaveLength(1);
    expect(world.sent).toHaveLength(1);
  });

  test("whose request died is taken over when its lease is over, by one of those who wait", async () => {
    const model = scriptedModel("gemini", ["Нэг. [1]"]);
    const world = tutorWorld(books, { models: [model] });
    const input = askInput(question);
    const { schoolId, studentId } = world.pupil;
    await createExchangeStore(world.table).claim({
      exchange: {
        ...savedExchange({ schoolId, studentId, conversationId: input.conversationId, exchangeId: input.exchangeId }),
        askedAtMs: world.clock.nowMs(),
        leaseId: "evt_dead",
        leaseUntilMs: world.clock.nowMs() + 300,
      },
      title: "Т",
      followUp: false,
    });
    const ticking = setInterval(() => world.clock.advance(50), 50);
    const watched = await Promise.all(Array.from({ length: 4 }, () => watch(resumeAnswer(world.as(), input))));
    clearInterval(ticking);
    expect(model.requests).toHaveLength(1);
    expect(watched.map(({ text }) => text)).toEqual(Array.from({ length: 4 }, () => "Нэг. [1]"));
    expect(
      watched.every(({ events }) => events.some((event) => event.type === "status" && event.status === "resuming")),
    ).toBe(true);
  });

  test("is never saved over: an answer that comes after its lease was lost changes nothing", async () => {
    const slow = scriptedModel("slow", ["Хожуу. [1]"], { before: () => new Promise((go) => setTimeout(go, 600)) });
    const quick = scriptedModel("quick", ["Түрүүнд. [1]"]);
    const world = tutorWorld(books);
    const input = askInput(question);
    const late = watch(ask(world.with({ models: [slow] }), input));
    await expect.poll(() => slow.requests.length).toBe(1);
    world.clock.advance(120_000);
    const other = await watch(resumeAnswer(world.with({ models: [quick] }), input));
    await late;
    expect(other.text).toBe("Түрүүнд. [1]");
    expect((await readConversation(world.as(), input)).exchanges[0]?.answer).toBe("Түрүүнд. [1]");
    expect(world.sent).toHaveLength(1);
  });

  test("can be asked at once again after it failed", async () => {
    const world = tutorWorld(books);
    const input = askInput(question);
    const broken = {
      ...books,
      frequencies: () => Promise.reject(new Error("search is down")),
      search: () => Promise.reject(new Error("search is down")),
    };
    const failed = await watch(ask(world.with({ passages: broken }), input));
    expect(failed.events.at(-1)).toEqual({ type: "error", code: "tutor.failed", retryAfterS: 5 });
    expect(world.sent).toMatchObject([{ outcome: "failed" }]);
    const again = await watch(ask(world.as(), input));
    expect(again.done).toMatchObject({ outcome: "passages" });
  });

  test("does not bring a deleted conversation back, finished or not", async () => {
    const model = scriptedModel("gemini", ["Нэг. [1]"], { before: () => new Promise((go) => setTimeout(go, 400)) });
    const world = tutorWorld(books, { models: [model] });
    const input = askInput(question);
    const running = watch(ask(world.as(), input));
    await expect.poll(() => model.requests.length).toBe(1);
    await deleteConversation(world.as(), input);
    await running;
    await expect(readConversation(world.as(), input)).rejects.toMatchObject({ code: "tutor.no-conversation" });
    await expect(watch(ask(world.as(), input))).rejects.toMatchObject({ code: "tutor.no-conversation" });
    expect(await createExchangeStore(world.table).all({ ...world.pupil, ...input })).toEqual([]);
    expect(world.sent).toEqual([]);
  });
});

describe("the table", () => {
  test("is asked for at most 2 writes and 3 reads a question, and the queue for 1 message", async () => {
    const world = tutorWorld(books);
    const first = askInput(question);
    // Every instance asks for the switches once in five seconds, whoever asks meanwhile.
    await world.as().chatGate.access(world.pupil.schoolId);
    const counted = countRequests(world.table);
    await watch(ask(world.as(), first));
    // How far the class is helped; with a follow-up it comes in one request with the conversation.
    expect(counted.take()).toMatchObject({ writes: 2, reads: 1 });
    await watch(
      ask(world.as(), askInput("Энэ хаана явагддаг вэ?", { conversationId: first.conversationId, followUp: true })),
    );
    // The session is read by the handler: one more.
    expect(counted.take()).toMatchObject({ writes: 2, reads: 2 });
    await watch(ask(world.as(), askInput("Сайн уу")));
    expect(counted.take()).toMatchObject({ writes: 1, reads: 1 });
    expect(world.sent).toHaveLength(3);
  });

  test("that meets two requests on one item is asked again", async () => {
    const world = tutorWorld(books);
    await world.as().chatGate.access(world.pupil.schoolId);
    const counted = countRequests(world.table);
    counted.failNext("TransactionConflict", 2);
    const { done } = await watch(ask(world.as(), askInput(question)));
    expect(done).toMatchObject({ outcome: "passages" });
    expect(counted.take()).toMatchObject({ writes: 4 });
  });

  test("that stays busy is unavailable, before anything was shown", async () => {
    const world = tutorWorld(books);
    countRequests(world.table).failNext("ThrottlingError", 99);
    await expect(watch(ask(world.as(), askInput(question)))).rejects.toMatchObject({
      kind: "unavailable",
      code: "tutor.busy",
    });
  });
});
