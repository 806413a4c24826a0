import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { SqlitePassageIndex } from "../../packages/core/src/adapters/sqlite-passage-index.ts";
import {
  ask,
  deleteConversation,
  listConversations,
  readChatState,
  readConversation,
} from "../../packages/core/src/tutor/index.ts";
import { type FaultTable, faultTable } from "../support/fault-table.ts";
import { scriptedModel } from "../support/scripted-model.ts";
import { askInput, openSampleBooks, tutorWorld, type TutorWorld, watch } from "../support/tutor-world.ts";

const unavailable = { kind: "unavailable", code: "kernel.unavailable", details: { retryAfterS: 3 } };
/** The claim; the save of an answer. */
const claim = /TransactWrite/u;
const save = /^Update/u;

let books: SqlitePassageIndex;
let close: () => Promise<void>;
let world: TutorWorld;
let faults: FaultTable;
let model: ReturnType<typeof scriptedModel>;

beforeAll(async () => {
  ({ index: books, close } = await openSampleBooks());
});
afterAll(() => close());
beforeEach(async () => {
  model = scriptedModel("model", ["Эс бол нэгж. [1] ", "Тэгээд."]);
  world = tutorWorld(books, { models: [model] });
  // The school is there and known to be open.
  await watch(ask(world.as(), askInput("Сайн уу")));
  world.sent.length = 0;
  faults = faultTable(world.table);
});

const question = () => askInput("Эс гэж юу вэ?");

/** One exchange with one answer, counted once in the pupil's day and told to analytics once. */
async function expectOnce(input: ReturnType<typeof question>, text = "Эс бол нэгж. [1] Тэгээд."): Promise<void> {
  faults.heal();
  const { exchanges, exchangeCount } = await readConversation(world.as(), input);
  expect(exchanges.map(({ answer }) => answer)).toEqual([text]);
  expect(exchangeCount).toBe(1);
  expect((await readChatState(world.as())).today.questions).toBe(2);
  expect(world.sent).toHaveLength(1);
}

describe("a pupil notices nothing", () => {
  test.each([
    ["a claim that is throttled twice", "throttle", claim, 2],
    ["a claim that meets an error of the table", "server-error", claim, 1],
    ["a claim that meets another one three times", "conflict", claim, 3],
    ["a claim whose answer got lost", "lost-answer", claim, 1],
    ["a save that is throttled", "throttle", save, 2],
    ["a save whose answer got lost", "lost-answer", save, 1],
    ["a slow table", "slow", /.*/u, 99],
  ] as const)("of %s", async (_what, fault, command, times) => {
    const input = question();
    faults.fail(fault, { command, times });
    const startedMs = performance.now();
    const { done, text } = await watch(ask(world.as(), input));
    expect(done).toMatchObject({ outcome: "answered" });
    expect(text).toBe("Эс бол нэгж. [1] Тэгээд.");
    expect(performance.now() - startedMs).toBeLessThan(4_000);
    expect(faults.met()).toBeGreaterThan(0);
    await expectOnce(input);
    expect(model.requests).toHaveLength(1);
  });
});

describe("a table that is down", () => {
  test("before the answer is said so within two seconds; the same question is answered afterwards, once", async () => {
    const input = question();
    faults.fail("outage");
    const startedMs = performance.now();
    await expect(watch(ask(world.as(), input))).rejects.toMatchObject(unavailable);
    expect(performance.now() - startedMs).toBeLessThan(2_000);
    expect(model.requests).toHaveLength(0);
    faults.heal();
    await watch(ask(world.as(), input));
    await expectOnce(input);
  });

  test("when the answer is to be saved ends it with a word and a countdown; the same question is answered afterwards, once", async () => {
    const input = question();
    faults.fail("outage", { command: save });
    const { events, text } = await watch(ask(world.as(), input));
    expect(text).toBe("Эс бол нэгж. [1] Тэгээд.");
    expect(events.at(-1)).toEqual({ type: "error", code: "kernel.unavailable", retryAfterS: 3 });
    expect(world.sent.map(({ outcome }) => outcome)).toEqual(["failed"]);
    world.sent.length = 0;
    faults.heal();
    world.clock.advance(60_000);
    expect((await watch(ask(world.as(), input))).done).toMatchObject({ outcome: "answered" });
    await expectOnce(input);
  });

  test("is unavailable to every page that reads from it", async () => {
    faults.fail("outage");
    await expect(listConversations(world.as(), {})).rejects.toMatchObject(unavailable);
    await expect(readConversation(world.as(), question())).rejects.toMatchObject(unavailable);
  });

  test("still shows somebody who needs help where there is help", async () => {
    faults.fail("outage");
    const { events } = await watch(ask(world.as(), askInput("Би үхмээр байна")));
    expect(events[0]).toMatchObject({ type: "redirect", card: "crisis" });
  });
});

test(
  "claims that meet each other again and again end in «try again», and nothing is begun",
  { timeout: 30_000 },
  async () => {
    faults.fail("conflict", { command: claim });
    await expect(watch(ask(world.as(), question()))).rejects.toMatchObject({ code: "tutor.busy" });
    faults.heal();
    expect((await readChatState(world.as())).today.questions).toBe(1);
  },
);

describe("items that a busy table left undone", () => {
  test("are deleted with the next try", async () => {
    const input = question();
    await watch(ask(world.as(), input));
    faults.fail("unprocessed", { command: /BatchWrite/u, times: 2 });
    await deleteConversation(world.as(), input);
    faults.heal();
    expect(await world.as().exchanges.all({ ...world.pupil, ...input })).toEqual([]);
  });

  test("for too long are said to be busy; the conversation is gone from sight, and deleting again ends it", async () => {
    const input = question();
    await watch(ask(world.as(), input));
    faults.fail("unprocessed", { command: /BatchWrite/u });
    await expect(deleteConversation(world.as(), input)).rejects.toMatchObject({ code: "tutor.busy" });
    faults.heal();
    await expect(readConversation(world.as(), input)).rejects.toMatchObject({ kind: "not-found" });
    await deleteConversation(world.as(), input).catch(() => undefined);
    expect(await world.as().exchanges.all({ ...world.pupil, ...input })).toEqual([]);
  });
});

describe("a device whose clock is wrong by years", () => {
  test.each([
    ["ahead", "7ZZZZZZZZZ"],
    ["behind", "0000000000"],
  ])("(%s) asks like any other, and its day is counted by our clock", async (_where, time) => {
    const input = { ...question(), exchangeId: `exc_${time}${"A".repeat(16)}` as never };
    await watch(ask(world.as(), input));
    const next = askInput("Яагаад?", { conversationId: input.conversationId, followUp: true });
    await watch(ask(world.as(), next));
    const { exchanges } = await readConversation(world.as(), input);
    expect(exchanges).toHaveLength(2);
    expect((await readChatState(world.as())).today.questions).toBe(3);
  });
});
