import { describe, expect, it } from "vitest";
import {
  platformAdmin,
  savedTextbook,
  teacher,
  type TextbookWorld,
  textbookWorld,
} from "../../../../tests/support/textbook-world.ts";
import { type PlatformAdmin, systemIds } from "../kernel/index.ts";
import { sourceKey } from "./ingesting/library-keys.ts";
import type { SavedTextbook } from "./ports.ts";
import { retryIngestion } from "./retry-ingestion.ts";

async function bookWithFile(world: TextbookWorld, given: Partial<SavedTextbook>): Promise<SavedTextbook> {
  const textbook = await savedTextbook(world, given);
  await world.ports.uploads.put({ key: sourceKey(textbook.textbookId), body: "pdf", contentType: "application/pdf" });
  return textbook;
}
const hourAgoMs = () => Date.now() - 3_600_000;

describe("retryIngestion", () => {
  it.each([
    ["a failed book", { state: "failed", failure: "timed-out" } as const],
    ["a job that recorded nothing for long", { state: "ingesting", updatedAtMs: hourAgoMs() } as const],
  ])("reads %s again from the first page", async (_what, given) => {
    const world = textbookWorld();
    const { textbookId } = await bookWithFile(world, given);
    const view = await retryIngestion(world.as(platformAdmin()), { textbookId });
    expect(view).toMatchObject({ state: "ingesting", pagesDone: 0 });
    expect(view).not.toHaveProperty("failure");
    expect(world.sent).toMatchObject([{ textbookId, fromPage: 1 }]);
  });

  it.each([
    ["under way", { state: "ingesting", jobId: systemIds.next("job") } as const],
    ["ready", { state: "ready" } as const],
  ])("refuses while the book is %s, and sends nothing", async (_what, given) => {
    const world = textbookWorld();
    const { textbookId } = await bookWithFile(world, given);
    await expect(retryIngestion(world.as(platformAdmin()), { textbookId })).rejects.toMatchObject({ kind: "conflict" });
    expect(world.sent).toEqual([]);
  });

  it("says so when no file was ever uploaded", async () => {
    const world = textbookWorld();
    const { textbookId } = await savedTextbook(world, { state: "awaiting-upload" });
    const retried = retryIngestion(world.as(platformAdmin()), { textbookId });
    await expect(retried).rejects.toMatchObject({ kind: "not-found", code: "textbook.no-file" });
  });

  it("is forbidden to a teacher, and changes nothing", async () => {
    const world = textbookWorld();
    const { textbookId } = await bookWithFile(world, { state: "failed", failure: "damaged" });
    const ctx = world.as(teacher() as unknown as PlatformAdmin);
    await expect(retryIngestion(ctx, { textbookId })).rejects.toMatchObject({ kind: "forbidden" });
    expect((await world.ports.textbooks.get(textbookId))?.state).toBe("failed");
  });
});
