import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { strangers } from "../../../../tests/support/tutor-strangers.ts";
import { askInput, openSampleBooks, tutorWorld, watch } from "../../../../tests/support/tutor-world.ts";
import type { SqlitePassageIndex } from "../adapters/sqlite-passage-index.ts";
import {
  ask,
  createExchangeStore,
  deleteConversation,
  listConversations,
  readConversation,
  renameConversation,
} from "./index.ts";

let books: SqlitePassageIndex;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ index: books, close } = await openSampleBooks());
});
afterAll(() => close());

describe("a conversation", () => {
  test("that is deleted is gone with its questions and answers, from the list too, and nothing brings it back", async () => {
    const world = tutorWorld(books);
    const input = askInput("Эс гэж юу вэ?");
    const other = askInput("Фотосинтез гэж юу вэ?");
    for (const each of [input, other]) await watch(ask(world.as(), each));
    await deleteConversation(world.as(), input);
    expect((await listConversations(world.as(), {})).items.map(({ conversationId }) => conversationId)).toEqual([
      other.conversationId,
    ]);
    expect(await createExchangeStore(world.table).all({ ...world.pupil, ...input })).toEqual([]);
    await expect(readConversation(world.as(), input)).rejects.toMatchObject({ kind: "not-found" });
    await expect(renameConversation(world.as(), { ...input, title: "Дахин" })).rejects.toMatchObject({
      kind: "not-found",
    });
    await expect(deleteConversation(world.as(), input)).rejects.toMatchObject({ kind: "not-found" });
    await expect(watch(ask(world.as(), { ...input, exchangeId: other.exchangeId }))).rejects.toMatchObject({
      kind: "not-found",
    });
  });

  test("with more questions than one batch deletes is deleted whole", async () => {
    const world = tutorWorld(books, { tutorSettings: { limits: { perMinute: 99, perDay: 99 } } });
    const input = askInput("Сайн уу");
    for (let count = 0; count < 28; count += 1) {
      await watch(ask(world.as(), askInput("Сайн уу", { conversationId: input.conversationId })));
    }
    await deleteConversation(world.as(), input);
    expect(await createExchangeStore(world.table).all({ ...world.pupil, ...input })).toEqual([]);
  });

  test.each(strangers)("is not deleted by %s", async (_who, stranger, kind) => {
    const world = tutorWorld(books);
    const input = askInput("Эс гэж юу вэ?");
    await watch(ask(world.as(), input));
    const actor = stranger(world.pupil) as typeof world.pupil;
    await expect(deleteConversation(world.as(actor), input)).rejects.toMatchObject({ kind });
    expect((await readConversation(world.as(), input)).exchanges).toHaveLength(1);
  });
});
