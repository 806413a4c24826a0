import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SqlitePassageIndex } from "../../packages/core/src/adapters/sqlite-passage-index.ts";
import { createFlagStore, createReviewItemStore } from "../../packages/core/src/safety/index.ts";
import { ask, type AskInput, rateAnswer } from "../../packages/core/src/tutor/index.ts";
import { askInput, openSampleBooks, tutorWorld, type TutorWorld, watch } from "../support/tutor-world.ts";

let books: SqlitePassageIndex;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ index: books, close } = await openSampleBooks());
});
afterAll(() => close());

const worried = "Би амиа хорлохыг хүсэж байна";
const down = () => Promise.reject(new Error("down"));

const flagsOf = async ({ table, pupil }: TutorWorld) =>
  (await createFlagStore(table).listOf({ schoolId: pupil.schoolId, state: "open" })).items;
const reviewsOf = async ({ table, pupil }: TutorWorld) =>
  (await createReviewItemStore(table).listOf({ schoolId: pupil.schoolId, desk: "school" })).items;

describe("a pupil who needs help", () => {
  test("gets the card, and a flag reaches the adults with a link to the exchange", async () => {
    const world = tutorWorld(books);
    const input = askInput(`${worried}, миний утас 99112233`);
    const { events } = await watch(ask(world.as(), input));
    expect(events[0]).toMatchObject({ type: "redirect", card: "crisis" });
    const [flag] = await flagsOf(world);
    expect(flag).toMatchObject({
      kind: "self-harm",
      severity: "urgent",
      pupil: { studentId: world.pupil.studentId, name: "Болд" },
      conversationId: input.conversationId,
      exchangeId: input.exchangeId,
    });
    expect(flag?.excerpt).toContain("амиа");
    expect(flag?.excerpt).not.toContain("99112233");
  });

  test("is flagged once, however often the request is repeated", async () => {
    const world = tutorWorld(books);
    const input = askInput(worried);
    await Promise.all([1, 2, 3].map(() => watch(ask(world.as(), input))));
    expect(await flagsOf(world)).toHaveLength(1);
  });

  test("sees the card before the flag is written, and is flagged even if they leave at once", async () => {
    const world = tutorWorld(books);
    const events = ask(world.as(), askInput(worried));
    const first = await events.next();
    expect(first.value).toMatchObject({ type: "redirect", card: "crisis" });
    await events.return();
    expect(await flagsOf(world)).toHaveLength(1);
  });

  test("gets the card when neither the table nor the queue takes the flag", async () => {
    const world = tutorWorld(books);
    const flags = { ...createFlagStore(world.table), create: down };
    const { events, done } = await watch(ask(world.with({ flags, flagQueue: { send: down } }), askInput(worried)));
    expect(events[0]).toMatchObject({ type: "redirect", card: "crisis" });
    expect(done).toMatchObject({ outcome: "supported" });
  });
});

describe("an ordinary question", () => {
  test("raises nothing", async () => {
    const world = tutorWorld(books);
    await watch(ask(world.as(), askInput("Эс гэж юу вэ?")));
    expect(await flagsOf(world)).toEqual([]);
    expect(await reviewsOf(world)).toEqual([]);
  });
});

describe("an answer that the pupil calls wrong or unsafe", () => {
  const rate = async (world: TutorWorld, input: AskInput, reason: "wrong" | "unsafe" | "too-long") =>
    rateAnswer(world.as(), { ...input, rating: "down", reason, comment: "Номд өөр байсан" });

  test.each([
    ["wrong", "rated-wrong"],
    ["unsafe", "rated-unsafe"],
  ] as const)("%s comes before a person once, with its source", async (reason, expected) => {
    const world = tutorWorld(books);
    const input = askInput("Эс гэж юу вэ?");
    await watch(ask(world.as(), input));
    await rate(world, input, reason);
    await rate(world, input, reason);
    const items = await reviewsOf(world);
    expect(items).toMatchObject([{ reason: expected, question: "Эс гэж юу вэ?", comment: "Номд өөр байсан" }]);
    expect(items[0]?.answer).not.toBe("");
    expect(items[0]?.sources[0]).toMatchObject({ page: expect.any(Number) as number });
  });

  test("too long does not", async () => {
    const world = tutorWorld(books);
    const input = askInput("Эс гэж юу вэ?");
    await watch(ask(world.as(), input));
    await rate(world, input, "too-long");
    expect(await reviewsOf(world)).toEqual([]);
  });
});
