import { describe, expect, it } from "vitest";
import {
  bookUnderWay,
  ingestAll,
  platformAdmin,
  sampleBook,
  savedTextbook,
  type TextbookWorld,
  textbookWorld,
} from "../../../../tests/support/textbook-world.ts";
import { DomainError, type JobId, systemActor, systemIds } from "../kernel/index.ts";
import { deleteTextbook } from "./delete-textbook.ts";
import { ingestPages } from "./ingest-pages.ts";
import { pageKey, passagesKey, sourceKey } from "./ingesting/library-keys.ts";
import type { SavedTextbook } from "./ports.ts";
import type { IngestMessage, Passage } from "./schema.ts";

type Begun = SavedTextbook & { readonly jobId: JobId };
const firstStep = ({ textbookId, jobId }: Begun): IngestMessage => ({
  kind: "ingest-pages",
  textbookId,
  jobId,
  fromPage: 1,
});
const replaceFile = (world: TextbookWorld, { textbookId }: Begun, body: Uint8Array) =>
  world.ports.uploads.put({ key: sourceKey(textbookId), body, contentType: "application/pdf" });

/** A book with all its pages read; the step that indexes is left. */
async function allPagesRead(world: TextbookWorld): Promise<Begun> {
  const book = await bookUnderWay(world, sampleBook("baigal-5"));
  await ingestPages(world.as(systemActor), firstStep(book));
  expect(await world.ports.textbooks.get(book.textbookId)).toMatchObject({ pagesDone: 11, pageCount: 11 });
  return book;
}

/** Does the last step, with something happening between its indexing and its end. Answers the ids it indexed. */
async function lastStep(world: TextbookWorld, book: Begun, meanwhile: () => Promise<void>) {
  const ctx = world.as(systemActor);
  const ids: Passage["passageId"][] = [];
  const passages: typeof ctx.passages = {
    ...ctx.passages,
    removeTextbook: (...args) => ctx.passages.removeTextbook(...args),
    removePassages: (passageIds) => ctx.passages.removePassages(passageIds),
    add: async (added) => {
      if (ids.length === 0) await meanwhile();
      ids.push(...added.map(({ passage }) => passage.passageId));
      await ctx.passages.add(added);
    },
  };
  await ingestPages({ ...ctx, passages }, { ...firstStep(book), fromPage: 12 });
  expect(ids).not.toEqual([]);
  return ids;
}

describe("how a job ends", { timeout: 60_000 }, () => {
  it("a file above 80 MiB that reached the bucket all the same ends as too large", async () => {
    const world = textbookWorld();
    const book = await bookUnderWay(world, sampleBook("baigal-5"));
    const ctx = world.as(systemActor);
    const get = () => Promise.reject(new DomainError("too-large", "textbook.file-too-large"));
    await ingestPages({ ...ctx, uploads: { ...ctx.uploads, get } }, firstStep(book));
    expect(await world.ports.textbooks.get(book.textbookId)).toMatchObject({ state: "failed", failure: "too-large" });
  });

  it("a step that fails goes back to the queue, and ends the job as internal on its last try", async () => {
    const world = textbookWorld();
    const book = await bookUnderWay(world, sampleBook("baigal-5"));
    const ctx = world.as(systemActor);
    const broken = { ...ctx, library: { ...ctx.library, put: () => Promise.reject(new Error("broken")) } };
    await expect(ingestPages(broken, firstStep(book))).rejects.toThrow("broken");
    expect((await world.ports.textbooks.get(book.textbookId))?.state).toBe("ingesting");
    await ingestPages(broken, { ...firstStep(book), isLastTry: true });
    expect(await world.ports.textbooks.get(book.textbookId)).toMatchObject({ state: "failed", failure: "internal" });
  });

  it("a PDF that was replaced by a shorter one ends as damaged instead of going on for ever", async () => {
    const world = textbookWorld();
    const book = await savedTextbook(world, {
      state: "ingesting",
      jobId: systemIds.next("job"),
      pageCount: 40,
      pagesDone: 24,
    });
    const begun = { ...book, jobId: book.jobId ?? systemIds.next("job") };
    await replaceFile(world, begun, sampleBook("baigal-5"));
    await ingestAll(world, { ...firstStep(begun), fromPage: 25 });
    expect(await world.ports.textbooks.get(book.textbookId)).toMatchObject({ state: "failed", failure: "damaged" });
  });

  it("a second upload under the same address is never mixed with the first", async () => {
    const world = textbookWorld();
    const book = await bookUnderWay(world, sampleBook("fizik-8"));
    const ctx = world.as(systemActor);
    let puts = 0;
    const put: typeof ctx.library.put = (input) => {
      puts += 1;
      return puts > 8 ? Promise.reject(new Error("killed")) : ctx.library.put(input);
    };
    await expect(ingestPages({ ...ctx, library: { ...ctx.library, put } }, firstStep(book))).rejects.toThrow("killed");
    // One byte more: the same pages, another file.
    await replaceFile(world, book, Buffer.concat([sampleBook("fizik-8"), Buffer.from("\n")]));
    await ingestAll(world, firstStep(book));
    expect(await world.ports.textbooks.get(book.textbookId)).toMatchObject({ state: "failed", failure: "damaged" });
  });

  it("a PDF without pages ends as damaged", async () => {
    const world = textbookWorld();
    const book = await bookUnderWay(world, sampleBook("baigal-5"));
    const ctx = world.as(systemActor);
    const open = async (bytes: Uint8Array) => ({ ...(await ctx.pdfReader.open(bytes)), pageCount: 0 });
    await ingestPages({ ...ctx, pdfReader: { open } }, firstStep(book));
    expect(await world.ports.textbooks.get(book.textbookId)).toMatchObject({ state: "failed", failure: "damaged" });
    expect(world.sent).toEqual([]);
  });
});

describe("a last step whose book is no longer its own", { timeout: 60_000 }, () => {
  it("takes its passages and files back when the book was deleted meanwhile", async () => {
    const world = textbookWorld();
    const book = await allPagesRead(world);
    const { textbookId } = book;
    const ids = await lastStep(world, book, () => deleteTextbook(world.as(platformAdmin()), { textbookId }));
    expect(await world.ports.passages.find(ids)).toEqual([]);
    for (const key of [pageKey(book, 1), passagesKey(book)])
      expect(await world.ports.library.head(key)).toBeUndefined();
  });

  it("takes them back on its next delivery when it died first", async () => {
    const world = textbookWorld();
    const book = await allPagesRead(world);
    const ids: Passage["passageId"][] = await lastStep(world, book, () => Promise.resolve());
    // The deletion was over before the passages came.
    await world.ports.textbooks.remove(book.textbookId);
    expect(await world.ports.passages.find(ids)).not.toEqual([]);
    await ingestPages(world.as(systemActor), { ...firstStep(book), fromPage: 12 });
    expect(await world.ports.passages.find(ids)).toEqual([]);
    expect(await world.ports.library.head(passagesKey(book))).toBeUndefined();
  });

  it("takes its passages back when another job reads the book anew, and leaves that job's files", async () => {
    const world = textbookWorld();
    const book = await allPagesRead(world);
    const { textbookId } = book;
    const ids = await lastStep(world, book, async () => {
      const atMs = Date.now();
      const jobId = systemIds.next("job");
      await world.ports.textbooks.beginJob({ textbookId, jobId, from: [], staleBeforeMs: atMs + 1_000, atMs });
    });
    expect(await world.ports.passages.find(ids)).toEqual([]);
    expect(await world.ports.library.head(pageKey(book, 1))).toBeDefined();
  });

  it("leaves everything when a repeat of the same step has made the book ready", async () => {
    const world = textbookWorld();
    const book = await allPagesRead(world);
    const ids = await lastStep(world, book, () =>
      ingestPages(world.as(systemActor), { ...firstStep(book), fromPage: 12 }),
    );
    expect(await world.ports.passages.find(ids)).toHaveLength(ids.length);
    expect(await world.ports.textbooks.get(book.textbookId)).toMatchObject({ state: "ready" });
  });
});
