import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { strangers } from "../../../../tests/support/tutor-strangers.ts";
import { askInput, openSampleBooks, tutorWorld, watch } from "../../../../tests/support/tutor-world.ts";
import type { SqlitePassageIndex } from "../adapters/sqlite-passage-index.ts";
import { ask, readConversation, renameConversation } from "./index.ts";

let books: SqlitePassageIndex;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ index: books, close } = await openSampleBooks());
});
afterAll(() => close());

describe("a conversation", () => {
  test("keeps the title it is given, and personal data in it is masked", async () => {
    const world = tutorWorld(books);
    const input = askInput("Эс гэж юу вэ?");
    await watch(ask(world.as(), input));
    await renameConversation(world.as(), { ...input, title: "Эсийн тухай 99112233" });
    const again = askInput("Яагаад?", { conversationId: input.conversationId, followUp: true });
    const { done } = await watch(ask(world.as(), again));
    expect(done?.title).toBe("Эсийн тухай [утасны дугаар]");
  });

  test.each(strangers)("is not renamed by %s", async (_who, stranger, kind) => {
    const world = tutorWorld(books);
    const input = askInput("Эс гэж юу вэ?");
    await watch(ask(world.as(), input));
    const actor = stranger(world.pupil) as typeof world.pupil;
    await expect(renameConversation(world.as(actor), { ...input, title: "Хакердав" })).rejects.toMatchObject({ kind });
    expect((await readConversation(world.as(), input)).title).toBe("Эс гэж юу вэ?");
  });

  test("that was never begun can't be renamed into being", async () => {
    const world = tutorWorld(books);
    const input = askInput("Эс гэж юу вэ?");
    await expect(renameConversation(world.as(), { ...input, title: "Шинэ" })).rejects.toMatchObject({
      kind: "not-found",
    });
    await expect(readConversation(world.as(), input)).rejects.toMatchObject({ kind: "not-found" });
  });
});
