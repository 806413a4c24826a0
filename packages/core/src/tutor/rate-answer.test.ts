import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { savedExchange } from "../../../../tests/support/saved-exchange.ts";
import { strangers } from "../../../../tests/support/tutor-strangers.ts";
import { askInput, openSampleBooks, tutorWorld, watch } from "../../../../tests/support/tutor-world.ts";
import type { SqlitePassageIndex } from "../adapters/sqlite-passage-index.ts";
import { ask, createExchangeStore, rateAnswer, readConversation } from "./index.ts";

let books: SqlitePassageIndex;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ index: books, close } = await openSampleBooks());
});
afterAll(() => close());

describe("an answer", () => {
  test("keeps the last rating it was given", async () => {
    const world = tutorWorld(books);
    const input = askInput("Эс гэж юу вэ?");
    await watch(ask(world.as(), input));
    await rateAnswer(world.as(), { ...input, rating: "down", reason: "unclear", comment: "99112233 руу залга" });
    expect((await readConversation(world.as(), input)).exchanges[0]?.rating).toBe("down");
    await rateAnswer(world.as(), { ...input, rating: "up" });
    expect((await readConversation(world.as(), input)).exchanges[0]?.rating).toBe("up");
  });

  test("that is still being made can't be rated", async () => {
    const world = tutorWorld(books);
    const exchange = savedExchange({ schoolId: world.pupil.schoolId, studentId: world.pupil.studentId });
    await createExchangeStore(world.table).claim({ exchange, title: "Т", followUp: false });
    await expect(rateAnswer(world.as(), { ...exchange, rating: "up" })).rejects.toMatchObject({ kind: "not-found" });
  });

  test.each(strangers)("of a pupil is not rated by %s", async (_who, stranger, kind) => {
    const world = tutorWorld(books);
    const input = askInput("Эс гэж юу вэ?");
    await watch(ask(world.as(), input));
    const actor = stranger(world.pupil) as typeof world.pupil;
    await expect(rateAnswer(world.as(actor), { ...input, rating: "up" })).rejects.toMatchObject({ kind });
    expect((await readConversation(world.as(), input)).exchanges[0]?.rating).toBeUndefined();
  });
});
