import { describe, expect, it } from "vitest";
import {
  platformAdmin,
  pupilOf,
  savedTextbook,
  teacher,
  textbookWorld,
} from "../../../../tests/support/textbook-world.ts";
import { systemIds } from "../kernel/index.ts";
import { readTextbook } from "./read-textbook.ts";

describe("readTextbook", () => {
  it("shows an administrator how far ingestion is, and never the job", async () => {
    const world = textbookWorld();
    const jobId = systemIds.next("job");
    const { textbookId } = await savedTextbook(world, { state: "ingesting", pageCount: 22, pagesDone: 8, jobId });
    const view = await readTextbook(world.as(platformAdmin()), { textbookId });
    expect(view).toMatchObject({ state: "ingesting", pageCount: 22, pagesDone: 8 });
    expect(view).not.toHaveProperty("jobId");
  });

  it.each([
    ["a pupil of a lower grade", pupilOf(7), { grade: 8 }],
    ["a pupil, while it is being made", pupilOf(8), { grade: 8, state: "ingesting" as const }],
    ["a teacher, when it failed", teacher(), { grade: 8, state: "failed" as const }],
  ])("looks missing to %s", async (_who, actor, given) => {
    const world = textbookWorld();
    const { textbookId } = await savedTextbook(world, given);
    const hidden = await readTextbook(world.as(actor), { textbookId }).catch((error: unknown) => error);
    const missing = await readTextbook(world.as(actor), { textbookId: systemIds.next("textbook") }).catch(
      (e: unknown) => e,
    );
    expect(hidden).toMatchObject({ kind: "not-found", code: "textbook.no-textbook" });
    expect(hidden).toEqual(missing);
  });

  it("answers not-found to something that is no id", async () => {
    const asked = readTextbook(textbookWorld().as(platformAdmin()), { textbookId: "../etc/passwd" });
    await expect(asked).rejects.toMatchObject({ kind: "not-found" });
  });
});
