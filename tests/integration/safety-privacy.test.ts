import { DynamoDBClient, ScanCommand, type ScanCommandOutput } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SqlitePassageIndex } from "../../packages/core/src/adapters/sqlite-passage-index.ts";
import type { Log, LogFields } from "../../packages/core/src/kernel/index.ts";
import { ask, listConversations, readConversation } from "../../packages/core/src/tutor/index.ts";
import { scriptedModel } from "../support/scripted-model.ts";
import { askInput, openSampleBooks, type TutorWorld, tutorWorld, watch } from "../support/tutor-world.ts";

let books: SqlitePassageIndex;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ index: books, close } = await openSampleBooks());
});
afterAll(() => close());

/** Invented; each as pupils write it, with the part that must be found nowhere. */
const secrets: readonly (readonly [string, string, string])[] = [
  ["a phone number", "Миний утас 99112847. Эс гэж юу вэ?", "99112847"],
  ["a phone number in pieces", "утас 9911-2847 шүү, Эс гэж юу вэ?", "9911-2847"],
  ["a phone number with its country", "+976 88041276 руу бичээрэй. Эс гэж юу вэ?", "88041276"],
  ["an e-mail address", "bataa.2011@example.mn руу явуул. Эс гэж юу вэ?", "bataa.2011"],
  ["a register number", "Миний регистр УБ05271934. Эс гэж юу вэ?", "05271934"],
  ["a register number in Latin letters", "minii register ub05271934. Эс гэж юу вэ?", "05271934"],
  ["a card number", "Ээжийн карт 4916 3381 7740 2939. Эс гэж юу вэ?", "3381 7740"],
  ["an account number", "дансны дугаар 5023481290. Эс гэж юу вэ?", "5023481290"],
  ["an address", "Манай гэр 5-р хороо 12-р байр 34 тоот. Эс гэж юу вэ?", "34 тоот"],
  ["a phone number in a cry for help", "Би үхмээр байна, утас 99112847", "99112847"],
  ["a phone number in a refusal", "Гэртээ тэсрэх бөмбөг яаж хийх вэ, утас 99112847", "99112847"],
];

interface Written {
  readonly log: Log;
  readonly lines: string[];
}

function writtenLog(): Written {
  const lines: string[] = [];
  const write = (message: string, fields: LogFields & { readonly error?: unknown } = {}) => {
    const { error, ...rest } = fields;
    lines.push(
      `${message} ${JSON.stringify(rest)} ${error instanceof Error ? `${error.message} ${error.stack ?? ""}` : ""}`,
    );
  };
  return { lines, log: { info: write, warn: write, error: write } };
}

/** Everything in the table that names this pupil, as stored. */
async function storedOf({ table, pupil }: TutorWorld): Promise<string> {
  const client = new DynamoDBClient({});
  const found: string[] = [];
  let ExclusiveStartKey: ScanCommandOutput["LastEvaluatedKey"];
  do {
    const page: ScanCommandOutput = await client.send(new ScanCommand({ TableName: table.name, ExclusiveStartKey }));
    found.push(
      ...(page.Items ?? []).map((item) => JSON.stringify(item)).filter((item) => item.includes(pupil.studentId)),
    );
    ({ LastEvaluatedKey: ExclusiveStartKey } = page);
  } while (ExclusiveStartKey);
  client.destroy();
  return found.join("\n");
}

describe("personal data in a question", () => {
  test.each(secrets)("%s reaches neither model, table, queue, log nor list", async (_kind, question, secret) => {
    const model = scriptedModel("gemini", ["Эс бол нэгж юм. [1] "]);
    const { log, lines } = writtenLog();
    const world = tutorWorld(books, { models: [model] });
    const ctx = { ...world.as(), log };
    const input = askInput(question);
    const { events } = await watch(ask(ctx, input));
    expect(events.at(-1)).toMatchObject({ type: "done" });

    const stored = await storedOf(world);
    expect(stored).toContain(input.exchangeId);
    const traces = {
      model: JSON.stringify(model.requests),
      stored,
      queue: JSON.stringify(world.sent),
      log: lines.join("\n"),
      events: JSON.stringify(events),
      list: JSON.stringify((await listConversations(world.as(), {})).items),
      conversation: JSON.stringify(await readConversation(world.as(), input)),
    };
    for (const [where, text] of Object.entries(traces)) expect(text, where).not.toContain(secret);
  });

  test("is masked, not lost: the lesson's question beside it is answered", async () => {
    const model = scriptedModel("gemini", ["Эс бол нэгж юм. [1] "]);
    const world = tutorWorld(books, { models: [model] });
    const { text } = await watch(ask(world.as(), askInput("Миний утас 99112847. Эс гэж юу вэ?")));
    expect(text).toContain("Эс бол нэгж юм.");
    expect(JSON.stringify(model.requests)).toContain("[утасны дугаар]");
  });

  test("stays out of the log when everything behind screening fails", async () => {
    const { log, lines } = writtenLog();
    const world = tutorWorld(books, { models: [scriptedModel("gemini", [], { bug: true })] });
    const interactions = { send: () => Promise.reject(new Error("queue is down")) };
    const ctx = { ...world.with({ interactions }), log };
    const { events } = await watch(ask(ctx, askInput("Миний утас 99112847. Эс гэж юу вэ?")));
    expect(events.at(-1)?.type).toMatch(/error|done/u);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join("\n")).not.toContain("99112847");
  });

  test("of an earlier question does not come back with the next one", async () => {
    const model = scriptedModel("gemini", ["Эс бол нэгж юм. [1] "]);
    const world = tutorWorld(books, { models: [model] });
    const first = askInput("Миний утас 99112847. Эс гэж юу вэ?");
    await watch(ask(world.as(), first));
    const next = askInput("Яагаад тэгж нэрлэсэн бэ?", { conversationId: first.conversationId, followUp: true });
    await watch(ask(world.as(), next));
    expect(model.requests.length).toBeGreaterThanOrEqual(2);
    expect(JSON.stringify(model.requests)).not.toContain("99112847");
  });
});

test("what goes to the queue has no words of the question at all", async () => {
  const world = tutorWorld(books, { models: [scriptedModel("gemini", ["Эс бол нэгж юм. [1] "])] });
  await watch(ask(world.as(), askInput("Эс гэж юу вэ?")));
  expect(world.sent).toHaveLength(1);
  expect(JSON.stringify(world.sent)).not.toMatch(/Эс гэж|нэгж/u);
});

describe("personal data that a model says", () => {
  test.each([
    ["a phone number", "Бат багшийн дугаар 99112847 шүү. ", "99112847"],
    ["an e-mail address", "Тэр bataa.2011@example.mn хаягаар бичээрэй. ", "bataa.2011"],
    ["a register number", "Регистр нь УБ05271934 гэж бий. ", "05271934"],
  ])("is neither shown nor kept: %s", async (_kind, sentence, secret) => {
    const model = scriptedModel("gemini", ["Эс бол нэгж юм. [1] ", sentence, "За."]);
    const world = tutorWorld(books, { models: [model] });
    const input = askInput("Эс гэж юу вэ?");
    const { events } = await watch(ask(world.as(), input));
    expect(JSON.stringify(events)).not.toContain(secret);
    expect(await storedOf(world)).not.toContain(secret);
  });
});
