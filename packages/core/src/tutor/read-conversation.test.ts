import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { strangers } from "../../../../tests/support/tutor-strangers.ts";
import { askInput, openSampleBooks, tutorWorld, watch } from "../../../../tests/support/tutor-world.ts";
import type { SqlitePassageIndex } from "../adapters/sqlite-passage-index.ts";
import { ask, readConversation } from "./index.ts";

let books: SqlitePassageIndex;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ index: books, close } = await openSampleBooks());
});
afterAll(() => close());

describe("a conversation", () => {
  test("is read with its questions and answers in the order they were asked", async () => {
    const world = tutorWorld(books);
    const first = askInput("Эс гэж юу вэ?");
    await watch(ask(world.as(), first));
    world.clock.advance(1_000);
    await watch(
      ask(world.as(), askInput("Фотосинтез гэж юу вэ?", { conversationId: first.conversationId, followUp: true })),
    );
    const detail = await readConversation(world.as(), first);
    expect(detail).toMatchObject({ title: "Эс гэж юу вэ?", exchangeCount: 2, lastAskedAtMs: world.clock.nowMs() });
    expect(detail.exchanges.map(({ question, state, source }) => [question, state, source])).toEqual([
      ["Эс гэж юу вэ?", "answered", "passages"],
      ["Фотосинтез гэж юу вэ?", "answered", "passages"],
    ]);
    expect(detail.exchanges[0]?.citations[0]).toMatchObject({ number: 1, bookTitle: "Биологи 8" });
  });

  test.each(strangers)("of a pupil is closed to %s", async (_who, stranger, kind) => {
    const world = tutorWorld(books);
    const input = askInput("Эс гэж юу вэ?");
    await watch(ask(world.as(), input));
    const actor = stranger(world.pupil) as typeof world.pupil;
    await expect(readConversation(world.as(actor), input)).rejects.toMatchObject({ kind });
  });
});
