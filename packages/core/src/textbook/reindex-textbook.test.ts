import { describe, expect, it } from "vitest";
import { queryOf, somePassage } from "../../../../tests/engines/passage-fixtures.ts";
import {
  embeddingAfter,
  platformAdmin,
  replaceBook,
  savedTextbook,
  type TextbookWorld,
  textbookWorld,
} from "../../../../tests/support/textbook-world.ts";
import { systemActor, type SystemActor, systemIds } from "../kernel/index.ts";
import { passagesKey } from "./ingesting/library-keys.ts";
import type { SavedTextbook } from "./ports.ts";
import { reindexTextbook } from "./reindex-textbook.ts";
import type { Passage } from "./schema.ts";

async function writePassages(world: TextbookWorld, book: SavedTextbook, passages: readonly Passage[]): Promise<void> {
  const body = passages.map((passage) => `${JSON.stringify(passage)}\n`).join("");
  await world.ports.library.put({ key: passagesKey(book), body, contentType: "application/x-ndjson" });
}
const passageOf = ({ textbookId }: SavedTextbook, text: string) => somePassage({ text, textbookId });
const found = async (world: TextbookWorld) =>
  (await world.ports.passages.search(await queryOf("хурд"))).lexical.map(({ passage }) => passage.text).toSorted();

describe("reindexTextbook", () => {
  it("indexes the passages of the book's file, takes others of the book out, and touches no other book", async () => {
    const world = textbookWorld();
    const [book, other] = [await savedTextbook(world), await savedTextbook(world)];
    const [stale, corrected] = [passageOf(book, "Хуучирсан хурд."), passageOf(book, "Хурт.")];
    await writePassages(world, book, [stale, corrected]);
    await writePassages(world, other, [passageOf(other, "Өөр номын хурд.")]);
    for (const { textbookId } of [book, other]) await reindexTextbook(world.as(systemActor), { textbookId });
    await writePassages(world, book, [{ ...corrected, text: "Зассан хурд." }, passageOf(book, "Шинэ хурд.")]);
    const result = await reindexTextbook(world.as(systemActor), { textbookId: book.textbookId });
    expect(result).toEqual({ passages: 2 });
    expect(await found(world)).toEqual(["Зассан хурд.", "Шинэ хурд.", "Өөр номын хурд."].toSorted());
  });

  it("takes along a correction that is made meanwhile", async () => {
    const world = textbookWorld();
    const book = await savedTextbook(world);
    const passage = passageOf(book, "Анхны хурд.");
    await writePassages(world, book, [passage]);
    const ctx = world.as(systemActor);
    let embedded = 0;
    const embeddings: typeof ctx.embeddings = {
      ...ctx.embeddings,
      embed: async (...args) => {
        embedded += 1;
        if (embedded === 1) await writePassages(world, book, [{ ...passage, text: "Зассан хурд." }]);
        return ctx.embeddings.embed(...args);
      },
    };
    await reindexTextbook({ ...ctx, embeddings }, book);
    expect(await found(world)).toEqual(["Зассан хурд."]);
  });

  it("takes out what it indexed of a book that is replaced meanwhile", async () => {
    const world = textbookWorld();
    const book = await savedTextbook(world);
    await writePassages(world, book, [passageOf(book, "Хуучин хэвлэлийн хурд.")]);
    const ctx = world.as(systemActor);
    const embeddings = embeddingAfter(ctx.embeddings, () => replaceBook(world, book));
    await expect(reindexTextbook({ ...ctx, embeddings }, book)).rejects.toMatchObject({ kind: "not-found" });
    expect(await found(world)).toEqual([]);
  });

  it.each(["ingesting", "failed", "replaced"] as const)(
    "finds no book that is %s, and indexes nothing",
    async (state) => {
      const world = textbookWorld();
      const book = await savedTextbook(world, { state });
      await writePassages(world, book, [passageOf(book, "Хурд.")]);
      const missing = { kind: "not-found", code: "textbook.no-textbook" };
      await expect(reindexTextbook(world.as(systemActor), book)).rejects.toMatchObject(missing);
      for (const textbookId of [systemIds.next("textbook"), "nonsense"]) {
        await expect(reindexTextbook(world.as(systemActor), { textbookId })).rejects.toMatchObject(missing);
      }
      expect(await found(world)).toEqual([]);
    },
  );

  it("is forbidden to people, and changes nothing", async () => {
    const world = textbookWorld();
    const book = await savedTextbook(world);
    await writePassages(world, book, [passageOf(book, "Хурд.")]);
    const ctx = world.as(platformAdmin() as unknown as SystemActor);
    await expect(reindexTextbook(ctx, book)).rejects.toMatchObject({ kind: "forbidden" });
    expect(await found(world)).toEqual([]);
  });
});
