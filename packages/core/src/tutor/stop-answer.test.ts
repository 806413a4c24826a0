import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scriptedModel } from "../../../../tests/support/scripted-model.ts";
import { strangers } from "../../../../tests/support/tutor-strangers.ts";
import { askInput, openSampleBooks, tutorWorld, watch } from "../../../../tests/support/tutor-world.ts";
import type { SqlitePassageIndex } from "../adapters/sqlite-passage-index.ts";
import { ask, readConversation, stopAnswer } from "./index.ts";

let books: SqlitePassageIndex;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ index: books, close } = await openSampleBooks());
});
afterAll(() => close());

describe("an answer that the pupil stops", () => {
  test("is finished and kept whole, with how much of it was seen; the thread goes on from there", async () => {
    const model = scriptedModel("gemini", ["Нэг дэх. ", "Хоёр дахь. [1]"], {
      before: () => new Promise((go) => setTimeout(go, 150)),
    });
    const world = tutorWorld(books, { models: [model] });
    const input = askInput("Эс гэж юу вэ?");
    const running = watch(ask(world.as(), input));
    await expect.poll(() => model.requests.length).toBe(1);
    await stopAnswer(world.as(), { ...input, shownChars: 8 });
    await running;
    expect((await readConversation(world.as(), input)).exchanges[0]).toMatchObject({
      state: "answered",
      answer: "Нэг дэх. Хоёр дахь. [1]",
      stoppedAt: 8,
    });
    await watch(ask(world.as(), askInput("Яагаад?", { conversationId: input.conversationId, followUp: true })));
    expect(model.requests[1]?.messages[2]).toEqual({ role: "assistant", content: "Нэг дэх." });
  });

  test.each(strangers)("is not stopped by %s", async (_who, stranger, kind) => {
    const world = tutorWorld(books);
    const input = askInput("Эс гэж юу вэ?");
    await watch(ask(world.as(), input));
    const actor = stranger(world.pupil) as typeof world.pupil;
    await expect(stopAnswer(world.as(actor), { ...input, shownChars: 1 })).rejects.toMatchObject({ kind });
    expect((await readConversation(world.as(), input)).exchanges[0]?.stoppedAt).toBeUndefined();
  });
});
