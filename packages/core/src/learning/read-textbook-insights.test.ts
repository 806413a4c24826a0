import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, test } from "vitest";
import { resourceOf } from "../../../../tests/support/stack-resources.ts";
import { platformAdmin, savedTextbook, teacher, textbookWorld } from "../../../../tests/support/textbook-world.ts";
import { openTable } from "../adapters/table.ts";
import { dayInUlaanbaatar, type PlatformAdmin, systemActor, systemIds } from "../kernel/index.ts";
import type { UnansweredMessage } from "./index.ts";
import { createInsightStore } from "./insight.store.ts";
import { questionHash } from "./question-hash.ts";
import { readTextbookInsights } from "./read-textbook-insights.ts";
import { recordInteractions } from "./record-interactions.ts";
import { createRollUpStore } from "./roll-up.store.ts";
import { weekOf } from "./weeks.ts";

const world = textbookWorld();
const table = openTable({ name: resourceOf("Table").name });
const dayMs = 86_400_000;
const ports = {
  rollUps: createRollUpStore(table),
  insights: createInsightStore(table),
  archive: { append: () => Promise.resolve() },
};
/** Weeks of its own, long ago, beginning on a Monday: the nation's sums are shared by all tests. */
let mondayMs: number;
let word: string;
beforeEach(() => {
  mondayMs = Date.UTC(1972, 0, 3, 4) + Math.floor(Math.random() * 1_000) * 7 * dayMs;
  word = Array.from(systemIds.next("event").slice(-12), (letter) =>
    String.fromCodePoint(1072 + ((letter.codePointAt(0) ?? 0) % 30)),
  ).join("");
});

const record = (bodies: readonly unknown[]) =>
  recordInteractions(
    { ...world.as(systemActor), ...ports },
    bodies.map((body) => ({ messageId: crypto.randomUUID(), body })),
  );
const read = (days = 14, from = 0) =>
  readTextbookInsights(
    { ...world.as(platformAdmin()), ...ports },
    { fromDay: dayInUlaanbaatar(mondayMs + from * dayMs), toDay: dayInUlaanbaatar(mondayMs + (days - 1) * dayMs) },
  );
const answered = (parts: object = {}) => ({
  type: "tutor.answered",
  eventId: systemIds.next("event"),
  atMs: mondayMs,
  schoolId: systemIds.next("school"),
  classroomId: systemIds.next("classroom"),
  studentId: systemIds.next("student"),
  conversationId: systemIds.next("conversation"),
  exchangeId: systemIds.next("exchange"),
  grade: 8,
  subject: "physics",
  outcome: "answered",
  latencyMs: 1,
  inputTokens: 0,
  outputTokens: 0,
  textbookIds: [],
  ...parts,
});
const foundNothing = (bucket: number, parts: Partial<UnansweredMessage> = {}): UnansweredMessage => ({
  type: "tutor.found-nothing",
  eventId: systemIds.next("event"),
  atMs: mondayMs,
  grade: 8,
  question: `Хар ${word} гэж юу вэ?`,
  bucket,
  ...parts,
});

describe("readTextbookInsights", () => {
  test("names the books that were asked, most first, week by week", async () => {
    const much = await savedTextbook(world, { title: "Физик VIII" });
    const little = await savedTextbook(world);
    const gone = systemIds.next("textbook");
    await record([
      answered({ textbookIds: [much.textbookId, little.textbookId] }),
      answered({ textbookIds: [much.textbookId], atMs: mondayMs + 8 * dayMs }),
      answered({ textbookIds: [much.textbookId], atMs: mondayMs + 9 * dayMs }),
      answered({ textbookIds: [gone, gone], atMs: mondayMs + 20 * dayMs }),
    ]);
    const { books, weeks } = await read();
    expect(books).toEqual([
      {
        textbookId: much.textbookId,
        title: "Физик VIII",
        subject: "biology",
        grade: 8,
        questions: 3,
        byWeek: [1, 2],
      },
      expect.objectContaining({ textbookId: little.textbookId, questions: 1, byWeek: [1, 0] }),
    ]);
    expect(weeks.map(({ questions }) => questions)).toEqual([1, 2]);
    expect((await read(21, 14)).books).toEqual([{ textbookId: gone, questions: 1, byWeek: [1] }]);
  });

  test("counts repeated messages once, and days outside not at all", async () => {
    const message = answered({ outcome: "not-in-books" });
    await record([message, message]);
    await record([message]);
    expect((await read()).gaps).toEqual([{ grade: 8, subject: "physics", questions: 1, notInBooks: 1 }]);
    expect((await read(14, 1)).gaps).toEqual([]);
  });

  test("shows a question only when three different pupils asked it, in whatever spelling", async () => {
    await record([foundNothing(1), foundNothing(2), foundNothing(2)]);
    expect((await read()).unanswered).toEqual([]);
    await record([foundNothing(3, { question: `хар ${word} гэж юу вэ`, grade: 9 })]);
    const { unanswered, minPupils } = await read();
    expect(minPupils).toBe(3);
    expect(unanswered).toMatchObject([
      {
        question: `хар ${word} гэж юу вэ`,
        questions: 4,
        pupils: 3,
        grades: [8, 9],
        week: weekOf(dayInUlaanbaatar(mondayMs)),
      },
    ]);
  });

  test("counts one message of a question once, also when it comes again at the same time", async () => {
    const first = foundNothing(1);
    await Promise.all([record([first, foundNothing(2)]), record([first, foundNothing(3)])]);
    expect((await read()).unanswered).toMatchObject([{ questions: 3, pupils: 3 }]);
  });

  test("keeps no words of a question that few pupils asked, nor who they are", async () => {
    const lone = foundNothing(7);
    await record([lone]);
    const hash = questionHash(lone.question);
    const client = new DynamoDBClient();
    const Key = { pk: { S: `$learning#questionHash_${hash}` }, sk: { S: "$unansweredtally_1" } };
    const { Item = {} } = await client.send(new GetItemCommand({ TableName: table.name, Key }));
    expect(Item["questions"]).toEqual({ N: "1" });
    expect(JSON.stringify(Item)).not.toContain(word);
    expect(Object.keys(Item).toSorted()).toEqual(
      ["__edb_e__", "__edb_v__", "buckets", "grades", "pk", "questionHash", "questions", "sk", "ttl"].toSorted(),
    );
    // Forgotten 90 days after it was asked last.
    expect(Number(Item["ttl"]?.N) - Date.now() / 1_000).toBeCloseTo(90 * 86_400, -3);
  });

  test("shows a question of many weeks once, with its newest count", async () => {
    await record([1, 2, 3].map((bucket) => foundNothing(bucket)));
    await record([foundNothing(4, { atMs: mondayMs + 7 * dayMs })]);
    expect((await read()).unanswered).toMatchObject([{ pupils: 4 }]);
  });

  test("archives no question", async () => {
    const lines: string[] = [];
    const archive = {
      append: (batch: { readonly lines: readonly string[] }) => Promise.resolve(void lines.push(...batch.lines)),
    };
    const bodies = [foundNothing(1), answered()].map((body) => ({ messageId: crypto.randomUUID(), body }));
    await recordInteractions({ ...world.as(systemActor), ...ports, archive }, bodies);
    expect(lines).toHaveLength(1);
    expect(lines.join("")).not.toContain(word);
  });

  test.each([
    { fromDay: "2026-13-01", toDay: "2026-12-01" },
    { fromDay: "2026-03-02", toDay: "2026-03-01" },
    { fromDay: "2025-01-01", toDay: "2026-01-01" },
  ])("refuses %j", async (days) => {
    const asked = readTextbookInsights({ ...world.as(platformAdmin()), ...ports }, days);
    await expect(asked).rejects.toMatchObject({ kind: "invalid", code: "learning.invalid-days" });
  });

  test("is forbidden to a teacher", async () => {
    const ctx = { ...world.as(teacher() as unknown as PlatformAdmin), ...ports };
    const asked = readTextbookInsights(ctx, { fromDay: "2026-01-01", toDay: "2026-01-02" });
    await expect(asked).rejects.toMatchObject({ kind: "forbidden" });
  });
});
