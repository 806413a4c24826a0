import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scriptedModel } from "../../../../tests/support/scripted-model.ts";
import { strangers } from "../../../../tests/support/tutor-strangers.ts";
import { askInput, openSampleBooks, tutorWorld, watch } from "../../../../tests/support/tutor-world.ts";
import type { SqlitePassageIndex } from "../adapters/sqlite-passage-index.ts";
import { ask, resumeAnswer } from "./index.ts";

let books: SqlitePassageIndex;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ index: books, close } = await openSampleBooks());
});
afterAll(() => close());

describe("resuming", () => {
  test("gives an answer that is saved, whole", async () => {
    const world = tutorWorld(books);
    const input = askInput("Эс гэж юу вэ?");
    const first = await watch(ask(world.as(), input));
    const again = await watch(resumeAnswer(world.as(), input));
    expect(again.text).toBe(first.text);
    expect(again.done).toMatchObject({ replayed: true, outcome: "passages" });
  });

  test("waits for an answer that is still being made", async () => {
    const model = scriptedModel("gemini", ["Нэг. [1]"], { before: () => new Promise((go) => setTimeout(go, 500)) });
    const world = tutorWorld(books, { models: [model] });
    const input = askInput("Эс гэж юу вэ?");
    const running = watch(ask(world.as(), input));
    await expect.poll(() => model.requests.length).toBe(1);
    const resumed = await watch(resumeAnswer(world.as(), input));
    expect(resumed.types).toEqual(["status", "sources", "delta", "done"]);
    expect(resumed.text).toBe((await running).text);
    expect(model.requests).toHaveLength(1);
  });

  test("what was never asked is not found", async () => {
    const events = resumeAnswer(tutorWorld(books).as(), askInput("Эс"));
    await expect(watch(events)).rejects.toMatchObject({ kind: "not-found", code: "tutor.no-exchange" });
  });

  test.each(strangers)("shows a pupil's answer to nobody else: %s", async (_who, stranger, kind) => {
    const world = tutorWorld(books);
    const input = askInput("Эс гэж юу вэ?");
    await watch(ask(world.as(), input));
    const actor = stranger(world.pupil) as typeof world.pupil;
    await expect(watch(resumeAnswer(world.as(actor), input))).rejects.toMatchObject({ kind });
  });
});
