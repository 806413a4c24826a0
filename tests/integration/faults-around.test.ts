import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createSessionStore, openSession, signOut } from "../../packages/core/src/account/index.ts";
import { createOpenSearchPassageIndex } from "../../packages/core/src/adapters/opensearch-passage-index.ts";
import type { SqlitePassageIndex } from "../../packages/core/src/adapters/sqlite-passage-index.ts";
import { dayInUlaanbaatar, silentLog } from "../../packages/core/src/kernel/index.ts";
import { ask, readConversation } from "../../packages/core/src/tutor/index.ts";
import { recordDeps } from "../../packages/functions/src/deps.ts";
import { openAnswer } from "../../packages/functions/src/open-answer.ts";
import { handler } from "../../packages/functions/src/record-interactions.ts";
import { interaction } from "../support/budget-world.ts";
import { startFakeSearchServer } from "../support/fake-search-server.ts";
import { scriptedModel } from "../support/scripted-model.ts";
import { askInput, openSampleBooks, tutorWorld, type TutorWorld, watch } from "../support/tutor-world.ts";

let books: SqlitePassageIndex;
let close: () => Promise<void>;
let world: TutorWorld;
beforeAll(async () => {
  ({ index: books, close } = await openSampleBooks());
});
afterAll(() => close());
beforeEach(() => {
  world = tutorWorld(books);
});

const searchDown = { type: "error", code: "textbook.search-down" };

describe("a search that does not answer", () => {
  test.each([
    ["is down", "http://127.0.0.1:9", 2_000],
    ["hangs", undefined, 2_500],
  ])(
    "(%s) ends the question with a word and a countdown, and the same question is answered later, once",
    async (_how, endpoint, withinMs) => {
      const server = await startFakeSearchServer();
      try {
        server.play("_msearch", () => undefined);
        server.play("_search", () => undefined);
        const broken = createOpenSearchPassageIndex({
          endpoint: endpoint ?? server.url,
          indexPrefix: "t",
          model: "hash512-v1",
          dimensions: 512,
          timeouts: { searchMs: 500, writeMs: 500 },
        });
        const input = askInput("Эс гэж юу вэ?");
        const startedMs = performance.now();
        const { events } = await watch(ask(world.with({ passages: broken }), input));
        expect(events.at(-1)).toMatchObject(searchDown);
        expect(performance.now() - startedMs).toBeLessThan(withinMs);
        expect((await watch(ask(world.as(), input))).done).toMatchObject({ outcome: "passages" });
        expect((await readConversation(world.as(), input)).exchanges).toHaveLength(1);
      } finally {
        await server.stop();
      }
    },
  );

  test("in time, if slowly, only makes the answer slow", async () => {
    const slow = {
      ...books,
      search: async (...args: Parameters<typeof books.search>) => {
        await new Promise((resolve) => setTimeout(resolve, 400));
        return books.search(...args);
      },
    };
    const { done } = await watch(ask(world.with({ passages: slow }), askInput("Эс гэж юу вэ?")));
    expect(done).toMatchObject({ outcome: "passages" });
  });
});

describe("the queue of interactions", () => {
  const record = (body: string, messageId: string = randomUUID()) => ({ messageId, body }) as never;
  const counts = (schoolId: never, atMs: number) =>
    recordDeps().rollUps.readSchoolDay({ schoolId, day: dayInUlaanbaatar(atMs), grade: 8 });

  test("counts a message once, however often it comes, with its cost", async () => {
    const message = interaction({ costMicroUsd: 300 });
    const body = JSON.stringify(message);
    await handler({ Records: [record(body), record(body)] });
    await handler({ Records: [record(body)] });
    expect(await counts(message.schoolId as never, message.atMs)).toMatchObject({ questions: 1, costMicroUsd: 300 });
  });

  test("counts messages that come late and in any order on the day on which they happened", async () => {
    const today = interaction();
    const yesterday = { ...interaction(), schoolId: today.schoolId, atMs: today.atMs - 24 * 3_600_000 };
    await handler({ Records: [record(JSON.stringify(today)), record(JSON.stringify(yesterday))] });
    expect(await counts(today.schoolId as never, today.atMs)).toMatchObject({ questions: 1 });
    expect(await counts(today.schoolId as never, yesterday.atMs)).toMatchObject({ questions: 1 });
  });

  test("gives back a poisoned message alone", async () => {
    const good = interaction();
    const poison = [record("{", "p1"), record(JSON.stringify({ ...good, costMicroUsd: -5 }), "p2")];
    const { batchItemFailures } = await handler({ Records: [...poison, record(JSON.stringify(good))] });
    expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(["p1", "p2"]);
    expect(await counts(good.schoolId as never, good.atMs)).toMatchObject({ questions: 1 });
  });

  test("that takes no message keeps no answer from a pupil; the log tells what the figures lack", async () => {
    const lost: string[] = [];
    const log = { ...silentLog, error: (message: string) => void lost.push(message) };
    const interactions = { send: () => Promise.reject(new Error("down")) };
    const input = askInput("Эс гэж юу вэ?");
    const { done } = await watch(ask({ ...world.with({ interactions }), log }, input));
    expect(done).toMatchObject({ outcome: "passages" });
    expect((await readConversation(world.as(), input)).exchanges[0]?.state).toBe("answered");
    expect(lost).toEqual(["An interaction was not sent."]);
  });
});

test("a session that ends in the middle of an answer ends the next question, not this one", async () => {
  let signOutNow = async () => {};
  const model = scriptedModel("model", ["Эс бол нэгж. [1] ", "Тэгээд."], {
    before: async (piece) => (piece === "Тэгээд." ? signOutNow() : undefined),
  });
  const sessions = createSessionStore(world.table);
  const { sessionId: _made, ...seed } = world.pupil;
  const { token } = await openSession({ ...world.as(), sessions } as never, { actor: seed, device: "" });
  signOutNow = () => signOut({ sessions }, token);
  const deps = { ...world.with({ models: [model] }), sessions } as never;
  const input = askInput("Эс гэж юу вэ?");
  const request = () => ({
    rawPath: "/api/chat",
    headers: { host: "ukhaan.example", origin: "https://ukhaan.example", "content-type": "application/json" },
    cookies: [`ukhaan_session=${token}`],
    requestContext: { http: { method: "POST" }, domainName: "ukhaan.example" },
    body: JSON.stringify(input),
    isBase64Encoded: false,
  });
  const { text, done } = await watch(await openAnswer(deps, request() as never, silentLog));
  expect(text).toBe("Эс бол нэгж. [1] Тэгээд.");
  expect(done).toMatchObject({ outcome: "answered" });
  expect((await readConversation(world.as(), input)).exchanges[0]?.answer).toBe(text);
  await expect(openAnswer(deps, request() as never, silentLog)).rejects.toMatchObject({
    code: "account.sign-in-first",
  });
});
