import { describe, expect, it } from "vitest";
import {
  bookUnderWay,
  platformAdmin,
  sampleBook,
  savedTextbook,
  type TextbookWorld,
  textbookWorld,
} from "../../../../tests/support/textbook-world.ts";
import { type AlarmName, systemActor, systemIds } from "../kernel/index.ts";
import { beginUpload } from "./begin-upload.ts";
import { deleteTextbook } from "./delete-textbook.ts";
import { ingestPages } from "./ingest-pages.ts";
import { pageKey, sourceKey } from "./ingesting/library-keys.ts";
import type { SavedTextbook } from "./ports.ts";
import { sweepIngestion } from "./sweep-ingestion.ts";

const minuteMs = 60_000;
const agoMs = (minutes: number) => Date.now() - minutes * minuteMs;

/** The sweeper on the real index, though blind for the books of tests that run beside this one. */
function sweeper(world: TextbookWorld, own: readonly Pick<SavedTextbook, "textbookId">[]) {
  const ctx = world.as(systemActor);
  const ids = new Set(own.map(({ textbookId }) => textbookId));
  const raised: AlarmName[] = [];
  const list: typeof ctx.textbooks.list = async (input) => {
    const page = await ctx.textbooks.list(input);
    return { ...page, items: page.items.filter(({ textbookId }) => ids.has(textbookId)) };
  };
  const alarms = { raise: (name: AlarmName) => void raised.push(name) };
  const pageReviews = { ...ctx.pageReviews, listUnfinished: async () => [] };
  return { ctx: { ...ctx, alarms, pageReviews, textbooks: { ...ctx.textbooks, list } }, raised };
}

const stuckJob = (world: TextbookWorld, given: Partial<SavedTextbook> = {}) =>
  savedTextbook(world, {
    state: "ingesting",
    jobId: systemIds.next("job"),
    pageCount: 40,
    pagesDone: 0,
    pagesRead: [1, 2, 3],
    updatedAtMs: agoMs(6),
    ...given,
  });

const read = (world: TextbookWorld, { textbookId }: SavedTextbook) => world.ports.textbooks.get(textbookId);

describe("a job that stopped", () => {
  it("is set going again by one of several sweeps, where it was", async () => {
    const world = textbookWorld();
    const book = await stuckJob(world);
    const { ctx, raised } = sweeper(world, [book]);
    const swept = await Promise.all([1, 2, 3].map(() => sweepIngestion(ctx)));
    expect(swept.reduce((sum, { restarted }) => sum + restarted, 0)).toBe(1);
    expect(world.sent).toEqual([{ kind: "ingest-pages", textbookId: book.textbookId, jobId: book.jobId, fromPage: 4 }]);
    expect(raised).toEqual(["ingestion-restarted"]);
    expect(await read(world, book)).toMatchObject({ state: "ingesting", restarts: 1, pagesDone: 3 });
    expect(await sweepIngestion(ctx)).toMatchObject({ restarted: 0 });
  });

  it("is left alone while it is at work, and for an hour while the queue is busy with other books", async () => {
    const world = textbookWorld();
    const working = await stuckJob(world, { updatedAtMs: agoMs(4) });
    const waiting = await stuckJob(world, { updatedAtMs: agoMs(30) });
    const lost = await stuckJob(world, { updatedAtMs: agoMs(61) });
    const { ctx } = sweeper(world, [working, waiting, lost]);
    const busy = { ...ctx, ingestQueue: { ...ctx.ingestQueue, depth: () => Promise.resolve(7) } };
    expect(await sweepIngestion(busy)).toMatchObject({ restarted: 1 });
    expect(world.sent).toMatchObject([{ textbookId: lost.textbookId }]);
  });

  it("ends as internal, and can't be found by half, when it was set going three times in vain", async () => {
    const world = textbookWorld();
    const book = await stuckJob(world, { restarts: 3 });
    const { ctx, raised } = sweeper(world, [book]);
    const swept = await Promise.all([sweepIngestion(ctx), sweepIngestion(ctx)]);
    expect(swept.reduce((sum, { failed }) => sum + failed, 0)).toBe(1);
    expect(await read(world, book)).toMatchObject({ state: "failed", failure: "internal" });
    expect(raised).toEqual(["ingestion-given-up"]);
    expect(world.sent).toEqual([]);
  });

  it("comes to its end after being killed between its pages", async () => {
    const world = textbookWorld();
    const book = await bookUnderWay(world, sampleBook("baigal-5"));
    const { textbookId, jobId } = book;
    const system = world.as(systemActor);
    let puts = 0;
    const put: typeof system.library.put = (input) => {
      puts += 1;
      // Nothing goes on in a process that is dead: not even the message comes again.
      return puts > 14 ? Promise.reject(new Error("killed")) : system.library.put(input);
    };
    const first = { kind: "ingest-pages" as const, textbookId, jobId, fromPage: 1 };
    await ingestPages({ ...system, library: { ...system.library, put } }, first).catch(() => undefined);
    const { pagesDone } = (await read(world, book)) ?? { pagesDone: 0 };
    expect(pagesDone).toBeGreaterThan(0);
    expect(world.sent).toEqual([]);

    const { ctx } = sweeper(world, [book]);
    const later = { ...ctx, clock: { nowMs: () => Date.now() + 6 * minuteMs } };
    expect(await sweepIngestion(later)).toMatchObject({ restarted: 1 });
    expect(world.sent).toMatchObject([{ fromPage: pagesDone + 1 }]);
    for (let message = world.sent.shift(); message; message = world.sent.shift()) await ingestPages(system, message);
    expect(await read(world, book)).toMatchObject({ state: "ready", pagesDone: 11 });
    expect(await read(world, book)).not.toHaveProperty("restarts");
  }, 60_000);

  it.each(["ready", "replaced", "failed"] as const)("is not looked for in a book that is %s", async (state) => {
    const world = textbookWorld();
    const book = await savedTextbook(world, { state, updatedAtMs: agoMs(600), createdAtMs: agoMs(3_000) });
    expect(await sweepIngestion(sweeper(world, [book]).ctx)).toEqual({
      restarted: 0,
      started: 0,
      failed: 0,
      removed: 0,
      finished: 0,
    });
    expect((await read(world, book))?.state).toBe(state);
  });
});

describe("an upload", () => {
  const awaiting = (world: TextbookWorld, minutes: number) =>
    savedTextbook(world, { state: "awaiting-upload", pagesDone: 0, createdAtMs: agoMs(minutes) });

  it("whose event was lost begins, in one job however many sweeps find it", async () => {
    const world = textbookWorld();
    const book = await awaiting(world, 5);
    const key = sourceKey(book.textbookId);
    await world.ports.uploads.put({ key, body: "pdf", contentType: "application/pdf" });
    const { ctx } = sweeper(world, [book]);
    await Promise.all([sweepIngestion(ctx), sweepIngestion(ctx)]);
    const saved = await read(world, book);
    expect(saved?.state).toBe("ingesting");
    expect(new Set(world.sent.map(({ jobId }) => jobId))).toEqual(new Set([saved?.jobId]));
  });

  it.each([
    [1, "awaiting-upload"],
    [23 * 60, "awaiting-upload"],
    [25 * 60, "failed"],
  ])("that has not come after %i minutes is %s", async (minutes, state) => {
    const world = textbookWorld();
    const book = await awaiting(world, minutes);
    await sweepIngestion(sweeper(world, [book]).ctx);
    expect(await read(world, book)).toMatchObject({
      state,
      ...(state === "failed" ? { failure: "never-uploaded" } : {}),
    });
  });

  it("is waited for after a day, too, while an upload of it can go on", async () => {
    const world = textbookWorld();
    const book = await awaiting(world, 3 * 24 * 60);
    const { textbookId } = book;
    await beginUpload(world.as(platformAdmin()), { textbookId, fileName: "nom.pdf", sizeBytes: 100 });
    expect(await sweepIngestion(sweeper(world, [book]).ctx)).toMatchObject({ failed: 0 });
    expect(await read(world, book)).toMatchObject({ state: "awaiting-upload" });
  });
});

describe("a removal that broke off", () => {
  it("is ended, files and record, and one that is under way is left alone", async () => {
    const world = textbookWorld();
    const book = await savedTextbook(world);
    const key = pageKey(book, 1);
    await world.ports.library.put({ key, body: "{}", contentType: "application/json" });
    const admin = world.as(platformAdmin());
    const removeTextbook = () => Promise.reject(new Error("killed"));
    const killed = { ...admin, passages: { ...admin.passages, removeTextbook } };
    const { textbookId } = book;
    await expect(deleteTextbook(killed, { textbookId })).rejects.toThrow("killed");

    const { ctx } = sweeper(world, [book]);
    expect(await sweepIngestion(ctx)).toMatchObject({ removed: 0 });
    const later = { ...ctx, clock: { nowMs: () => Date.now() + 3 * minuteMs } };
    await Promise.all([sweepIngestion(later), sweepIngestion(later)]);
    expect(await read(world, book)).toBeUndefined();
    expect(await world.ports.library.head(key)).toBeUndefined();
  });
});

it("one book that can't be swept does not keep the others waiting", async () => {
  const world = textbookWorld();
  const books = [await stuckJob(world), await stuckJob(world)];
  const { ctx } = sweeper(world, books);
  let sends = 0;
  const send: typeof ctx.ingestQueue.send = (message) => {
    sends += 1;
    return sends === 1 ? Promise.reject(new Error("no queue")) : ctx.ingestQueue.send(message);
  };
  expect(await sweepIngestion({ ...ctx, ingestQueue: { ...ctx.ingestQueue, send } })).toMatchObject({ restarted: 1 });
  expect(world.sent).toHaveLength(1);
});
