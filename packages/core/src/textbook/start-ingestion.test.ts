import { describe, expect, it } from "vitest";
import { savedTextbook, textbookWorld } from "../../../../tests/support/textbook-world.ts";
import { systemActor, systemIds } from "../kernel/index.ts";
import { sourceKey } from "./ingesting/library-keys.ts";
import { startIngestion } from "./start-ingestion.ts";

describe("startIngestion", () => {
  it("begins one job however often the event comes", async () => {
    const world = textbookWorld();
    const { textbookId } = await savedTextbook(world, { state: "awaiting-upload", pagesDone: 0 });
    const event = { key: sourceKey(textbookId), sizeBytes: 3 };
    await Promise.all([1, 2, 3].map(() => startIngestion(world.as(systemActor), event)));
    const saved = await world.ports.textbooks.get(textbookId);
    expect(saved?.state).toBe("ingesting");
    expect(new Set(world.sent.map((message) => message.jobId))).toEqual(new Set([saved?.jobId]));
  });

  it("sends the message again when the job had begun but was cut off", async () => {
    const world = textbookWorld();
    const jobId = systemIds.next("job");
    const { textbookId } = await savedTextbook(world, { state: "ingesting", jobId, pagesDone: 4 });
    await startIngestion(world.as(systemActor), { key: sourceKey(textbookId), sizeBytes: 3 });
    expect(world.sent).toEqual([{ kind: "ingest-pages", textbookId, jobId, fromPage: 5 }]);
  });

  it("ends a book whose file is above 80 MiB as too large, and reads nothing", async () => {
    const world = textbookWorld();
    const { textbookId } = await savedTextbook(world, { state: "awaiting-upload", pagesDone: 0 });
    const sizeBytes = 80 * 1024 * 1024 + 1;
    await startIngestion(world.as(systemActor), { key: sourceKey(textbookId), sizeBytes });
    expect(await world.ports.textbooks.get(textbookId)).toMatchObject({ state: "failed", failure: "too-large" });
    expect(world.sent).toEqual([]);
  });

  it("deletes the file of a book that was deleted before it arrived", async () => {
    const world = textbookWorld();
    const key = sourceKey(systemIds.next("textbook"));
    await world.ports.uploads.put({ key, body: "%PDF-", contentType: "application/pdf" });
    await startIngestion(world.as(systemActor), { key, sizeBytes: 5 });
    expect(await world.ports.uploads.head(key)).toBeUndefined();
    expect(world.sent).toEqual([]);
  });

  it.each(["ready", "failed"] as const)("leaves a book that is %s alone", async (state) => {
    const world = textbookWorld();
    const { textbookId } = await savedTextbook(world, { state });
    await startIngestion(world.as(systemActor), { key: sourceKey(textbookId), sizeBytes: 3 });
    expect((await world.ports.textbooks.get(textbookId))?.state).toBe(state);
    expect(world.sent).toEqual([]);
  });

  it.each([
    "textbooks/x/source.pdf",
    "other/file.pdf",
    `textbooks/${systemIds.next("textbook")}/source.pdf`,
    `textbooks/${systemIds.next("textbook")}/source.pdf/more`,
  ])("passes over %s, which belongs to no book", async (key) => {
    const world = textbookWorld();
    await startIngestion(world.as(systemActor), { key, sizeBytes: 3 });
    expect(world.sent).toEqual([]);
  });
});
