import { describe, expect, it } from "vitest";
import {
  bookUnderWay,
  ingestAll,
  platformAdmin,
  pupilOf,
  sampleBook,
  type TextbookWorld,
  textbookWorld,
} from "../../../../tests/support/textbook-world.ts";
import { type JobId, systemActor } from "../kernel/index.ts";
import { analyseText } from "./analyse-text.ts";
import { deleteTextbook } from "./delete-textbook.ts";
import { ingestPages } from "./ingest-pages.ts";
import { pageKey } from "./ingesting/library-keys.ts";
import { listTextbooks } from "./list-textbooks.ts";
import { openPage } from "./open-page.ts";
import type { SavedTextbook } from "./ports.ts";
import { readContents } from "./read-contents.ts";
import { retryIngestion } from "./retry-ingestion.ts";
import type { IngestMessage } from "./schema.ts";

type Begun = SavedTextbook & { readonly jobId: JobId };
const firstStep = ({ textbookId, jobId }: Begun): IngestMessage => ({
  kind: "ingest-pages",
  textbookId,
  jobId,
  fromPage: 1,
});

const facts = { grade: 5, subject: "natural-science" } as const;

async function readyBook(world: TextbookWorld): Promise<Begun> {
  const book = await bookUnderWay(world, sampleBook("baigal-5"), facts);
  await ingestAll(world, firstStep(book));
  return book;
}

const newerOf = (world: TextbookWorld, { textbookId }: SavedTextbook) =>
  bookUnderWay(world, sampleBook("baigal-5"), { ...facts, edition: 2, replaces: textbookId });

const stateOf = async (world: TextbookWorld, { textbookId }: SavedTextbook) =>
  (await world.ports.textbooks.get(textbookId))?.state;

/** Ids of the books in which a word is found. */
async function foundIn(world: TextbookWorld): Promise<string[]> {
  const readings = [analyseText("Хөрс гэж юу вэ?")];
  const { lexical } = await world.ports.passages.search({ readings, grades: [5], limit: 50 });
  return [...new Set(lexical.map(({ passage }) => passage.textbookId))];
}

describe("a new edition", { timeout: 120_000 }, () => {
  it("takes the older one's place when it is ready, not before; what cites the older still opens", async () => {
    const world = textbookWorld();
    const older = await readyBook(world);
    const newer = await newerOf(world, older);
    await ingestPages(world.as(systemActor), firstStep(newer));
    expect(await stateOf(world, older)).toBe("ready");
    expect(await foundIn(world)).toEqual([older.textbookId]);

    for (let message = world.sent.shift(); message; message = world.sent.shift())
      await ingestPages(world.as(systemActor), message);
    expect(await world.ports.textbooks.get(older.textbookId)).toMatchObject({
      state: "replaced",
      replacedBy: newer.textbookId,
    });
    expect(await foundIn(world)).toEqual([newer.textbookId]);

    const pupil = world.as(pupilOf(5));
    const { items } = await listTextbooks(pupil, { grade: 5 });
    const shown = items.map(({ textbookId }) => textbookId);
    expect(shown).toContain(newer.textbookId);
    expect(shown).not.toContain(older.textbookId);
    const { textbookId } = older;
    expect((await openPage(pupil, { textbookId, pdfPage: 3 })).passages).not.toEqual([]);
    expect(await readContents(pupil, { textbookId })).not.toEqual([]);
    await expect(openPage(world.as(pupilOf(4)), { textbookId, pdfPage: 3 })).rejects.toMatchObject({
      kind: "not-found",
    });
  });

  it("takes its place once: repeats of the last step, and a death before the older left the search, change nothing", async () => {
    const world = textbookWorld();
    const older = await readyBook(world);
    const newer = await newerOf(world, older);
    const ctx = world.as(systemActor);
    await ingestPages(ctx, firstStep(newer));
    const last = { ...firstStep(newer), fromPage: 12 };
    const removeTextbook = () => Promise.reject(new Error("killed"));
    const passages: typeof ctx.passages = { ...ctx.passages, removeTextbook };
    await expect(ingestPages({ ...ctx, passages }, last)).rejects.toThrow("killed");
    expect([await stateOf(world, older), await stateOf(world, newer)]).toEqual(["replaced", "ready"]);
    const before = await world.ports.textbooks.get(older.textbookId);

    await Promise.all([ingestPages(ctx, last), ingestPages(ctx, last)]);
    expect(await foundIn(world)).toEqual([newer.textbookId]);
    expect(await world.ports.textbooks.get(older.textbookId)).toEqual(before);
  });

  it.each([
    ["was deleted meanwhile", (world: TextbookWorld, older: Begun) => world.ports.textbooks.remove(older.textbookId)],
    [
      "was replaced by another meanwhile",
      async (world: TextbookWorld, older: Begun) => ingestAll(world, firstStep(await newerOf(world, older))),
    ],
  ])("becomes ready beside what is there when the older one %s", async (_what, meanwhile) => {
    const world = textbookWorld();
    const older = await readyBook(world);
    const newer = await newerOf(world, older);
    await meanwhile(world, older);
    const before = await world.ports.textbooks.get(older.textbookId);
    await ingestAll(world, firstStep(newer));
    expect(await stateOf(world, newer)).toBe("ready");
    expect(await world.ports.textbooks.get(older.textbookId)).toEqual(before);
  });

  it("that fails leaves the older one as it is", async () => {
    const world = textbookWorld();
    const older = await readyBook(world);
    const newer = await bookUnderWay(world, new TextEncoder().encode("<html>"), {
      ...facts,
      replaces: older.textbookId,
    });
    await ingestAll(world, firstStep(newer));
    expect([await stateOf(world, older), await stateOf(world, newer)]).toEqual(["ready", "failed"]);
    expect(await foundIn(world)).toEqual([older.textbookId]);
  });

  it("that is deleted brings nothing back by itself; trying the older one again does, and only then", async () => {
    const world = textbookWorld();
    const admin = world.as(platformAdmin());
    const older = await readyBook(world);
    const newer = await newerOf(world, older);
    await ingestAll(world, firstStep(newer));
    const { textbookId } = older;
    await expect(retryIngestion(admin, { textbookId })).rejects.toMatchObject({ kind: "conflict" });

    await deleteTextbook(admin, { textbookId: newer.textbookId });
    expect(await stateOf(world, older)).toBe("replaced");
    expect(await world.ports.library.head(pageKey(older, 1))).toBeDefined();
    expect(await foundIn(world)).toEqual([]);

    const view = await retryIngestion(admin, { textbookId });
    expect(view).not.toHaveProperty("replacedBy");
    for (let message = world.sent.shift(); message; message = world.sent.shift())
      await ingestPages(world.as(systemActor), message);
    expect(await stateOf(world, older)).toBe("ready");
    expect(await foundIn(world)).toEqual([textbookId]);
  });
});
