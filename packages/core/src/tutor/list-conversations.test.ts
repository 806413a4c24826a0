import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { strangers } from "../../../../tests/support/tutor-strangers.ts";
import {
  askInput,
  openSampleBooks,
  type TutorWorld,
  tutorWorld,
  watch,
} from "../../../../tests/support/tutor-world.ts";
import type { SqlitePassageIndex } from "../adapters/sqlite-passage-index.ts";
import { ask, listConversations } from "./index.ts";

let books: SqlitePassageIndex;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ index: books, close } = await openSampleBooks());
});
afterAll(() => close());

async function conversations(world: TutorWorld, questions: readonly string[]) {
  const ids: string[] = [];
  for (const question of questions) {
    world.clock.advance(1_000);
    const input = askInput(question);
    await watch(ask(world.as(), input));
    ids.push(input.conversationId);
  }
  return ids;
}

describe("the list of conversations", () => {
  test("is newest first, by the last question", async () => {
    const world = tutorWorld(books);
    const [first, second] = await conversations(world, ["Сайн уу", "Баярлалаа"]);
    expect((await listConversations(world.as(), {})).items.map(({ conversationId }) => conversationId)).toEqual([
      second,
      first,
    ]);
    world.clock.advance(1_000);
    await watch(ask(world.as(), askInput("Сайн уу", { conversationId: first as never, followUp: true })));
    expect((await listConversations(world.as(), {})).items).toMatchObject([
      { conversationId: first, title: "Сайн уу", exchangeCount: 2 },
      { conversationId: second },
    ]);
  });

  test("comes in pages that miss and repeat nothing", async () => {
    const world = tutorWorld(books);
    const ids = await conversations(
      world,
      Array.from({ length: 23 }, () => "Сайн уу"),
    );
    const first = await listConversations(world.as(), {});
    const second = await listConversations(world.as(), { cursor: first.cursor ?? "" });
    expect(first.items).toHaveLength(20);
    expect([...first.items, ...second.items].map(({ conversationId }) => conversationId)).toEqual(ids.toReversed());
    expect(second.cursor).toBeUndefined();
  });

  test.each(["Фотосинтез", "fotosintez", "фотосинтэз".replace("э", "е"), "ХЛОРОФИЛЛ", "хлорофилл"])(
    "finds by «%s» what was asked, in the title or later",
    async (search) => {
      const world = tutorWorld(books);
      const [about] = await conversations(world, ["Фотосинтез гэж юу вэ?", "Эс гэж юу вэ?"]);
      await watch(
        ask(world.as(), askInput("Хлорофилл гэж юу вэ?", { conversationId: about as never, followUp: true })),
      );
      const { items } = await listConversations(world.as(), { search });
      expect(items.map(({ conversationId }) => conversationId)).toEqual([about]);
    },
  );

  test("refuses a cursor that is not one of its own", async () => {
    const world = tutorWorld(books);
    await expect(listConversations(world.as(), { cursor: "eyJ4IjoxfQ" })).rejects.toMatchObject({
      kind: "invalid",
      code: "tutor.invalid-cursor",
    });
  });

  test.each(strangers)("of a pupil shows nothing to %s", async (_who, stranger, kind) => {
    const world = tutorWorld(books);
    await conversations(world, ["Сайн уу"]);
    const actor = stranger(world.pupil) as typeof world.pupil;
    const listed = listConversations(world.as(actor), {});
    if (kind === "forbidden") await expect(listed).rejects.toMatchObject({ kind });
    else expect((await listed).items).toEqual([]);
  });
});
