import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { queryOf, somePassage } from "../../../../tests/engines/passage-fixtures.ts";
import { temporaryDir } from "../../../../tests/support/stack.ts";
import {
  platformAdmin,
  savedTextbook,
  type TextbookWorld,
  textbookWorld,
} from "../../../../tests/support/textbook-world.ts";
import { createSqlitePassageIndex } from "../adapters/sqlite-passage-index.ts";
import { systemActor, type SystemActor, type TextbookId } from "../kernel/index.ts";
import { passagesKey } from "./ingesting/library-keys.ts";
import type { Embeddings, SavedTextbook } from "./ports.ts";
import { type ReindexProgress, reindexTextbooks } from "./reindex-textbooks.ts";

/** A world whose table shows only its own books: the whole library belongs to all tests of the run. */
function library() {
  const world = textbookWorld();
  const own = new Set<TextbookId>();
  // Keeps the progress of other tests apart.
  const embeddings: Embeddings = { ...world.ports.embeddings, model: `test-${randomUUID()}` };
  const { model, dimensions } = embeddings;
  const passages = createSqlitePassageIndex({ file: join(temporaryDir(), "search.db"), model, dimensions });
  const textbooks: typeof world.ports.textbooks = {
    ...world.ports.textbooks,
    list: async (input) => {
      const page = await world.ports.textbooks.list(input);
      return { ...page, items: page.items.filter(({ textbookId }) => own.has(textbookId)) };
    },
  };
  const ctx = { ...world.as(systemActor), embeddings, passages, textbooks, passageRebuilds: passages.rebuilds };
  return {
    world,
    ctx,
    async add(...texts: readonly string[]): Promise<SavedTextbook> {
      const book = await savedTextbook(world);
      own.add(book.textbookId);
      await write(world, book, texts);
      return book;
    },
    found: async () =>
      (await passages.search(await queryOf("хурд"))).lexical.map(({ passage }) => passage.text).toSorted(),
  };
}

async function write(world: TextbookWorld, book: SavedTextbook, texts: readonly string[]): Promise<void> {
  const { textbookId } = book;
  const body = texts.map((text) => `${JSON.stringify(somePassage({ text, textbookId }))}\n`).join("");
  await world.ports.library.put({ key: passagesKey(book), body, contentType: "application/x-ndjson" });
}

describe("reindexTextbooks", () => {
  it("builds a new index of all books that are ready, and puts it in use", async () => {
    const { world, ctx, add, found } = library();
    const stale = somePassage({ text: "Хуучин хурд." });
    const [vector = new Float32Array(512)] = await ctx.embeddings.embed([stale.text], "passage");
    await ctx.passages.add([{ passage: stale, analysed: { stems: ["хурд"], grams: [] }, vector }]);
    await add("Эхний хурд.", "Хоёр дахь хурд.");
    await add("Гурав дахь хурд.");
    const failed = await add("Бүтээгүй хурд.");
    await world.ports.textbooks.stopJobs(failed.textbookId, Date.now());
    const reported: ReindexProgress[] = [];
    const figures = await reindexTextbooks(ctx, (progress) => reported.push(progress));
    expect(figures).toMatchObject({ resumed: false, books: 2, passages: 3 });
    expect(reported.map(({ total }) => total).at(-1)).toBe(3);
    expect(await found()).toEqual(["Гурав дахь хурд.", "Хоёр дахь хурд.", "Эхний хурд."]);
  });

  it("goes on with the book at which it broke off, and embeds none twice", async () => {
    const { ctx, add, found } = library();
    for (const text of ["Нэг хурд.", "Хоёр хурд.", "Гурав хурд."]) await add(text);
    const embedded: string[] = [];
    let isDown = true;
    const embeddings: Embeddings = {
      ...ctx.embeddings,
      embed: async (texts, purpose) => {
        if (isDown && embedded.length === 2) throw new Error("the model is down");
        embedded.push(...texts);
        return ctx.embeddings.embed(texts, purpose);
      },
    };
    await expect(reindexTextbooks({ ...ctx, embeddings })).rejects.toThrow("the model is down");
    expect(await found()).toEqual([]);
    isDown = false;
    expect(await reindexTextbooks({ ...ctx, embeddings })).toMatchObject({ resumed: true, books: 3, passages: 3 });
    expect(embedded.toSorted()).toEqual(["Гурав хурд.", "Нэг хурд.", "Хоёр хурд."]);
    expect(await found()).toEqual(["Гурав хурд.", "Нэг хурд.", "Хоёр хурд."]);
    expect(await reindexTextbooks(ctx)).toMatchObject({ resumed: false });
  });

  it("takes along what is corrected, added and deleted meanwhile, also at the very change-over", async () => {
    const { world, ctx, add, found } = library();
    const [corrected, deleted] = [await add("Хурт."), await add("Устгах хурд.")];
    let rounds = 0;
    const begin = async () => {
      const rebuild = await ctx.passageRebuilds.begin();
      const use = async () => {
        await add("Сүүлчийн мөчид нэмсэн хурд.");
        await rebuild.use();
      };
      return { ...rebuild, use };
    };
    const report = async () => {
      rounds += 1;
      if (rounds !== 2) return;
      await write(world, corrected, ["Зассан хурд."]);
      await world.ports.textbooks.remove(deleted.textbookId);
    };
    let pending: Promise<void> = Promise.resolve();
    const slowLibrary: typeof ctx.library = {
      ...ctx.library,
      put: async (input) => {
        await pending;
        await ctx.library.put(input);
      },
    };
    const figures = await reindexTextbooks(
      { ...ctx, library: slowLibrary, passageRebuilds: { ...ctx.passageRebuilds, begin } },
      () => {
        pending = report();
      },
    );
    expect(figures).toMatchObject({ books: 2, passages: 2 });
    expect(await found()).toEqual(["Зассан хурд.", "Сүүлчийн мөчид нэмсэн хурд."]);
  });

  it("never puts an index in use that lost something", async () => {
    const { ctx, add, found } = library();
    await add("Хурд.");
    const begin = async () => {
      const rebuild = await ctx.passageRebuilds.begin();
      return { ...rebuild, passages: { ...rebuild.passages, add: () => Promise.resolve() } };
    };
    const broken = { ...ctx, passageRebuilds: { ...ctx.passageRebuilds, begin } };
    await expect(reindexTextbooks(broken)).rejects.toThrow(/holds 0 passages, the books 1/u);
    expect(await found()).toEqual([]);
  });

  it("stops when a book's passages are missing, and leaves everything as it was", async () => {
    const { world, ctx, add, found } = library();
    const book = await add("Хурд.");
    await world.ports.library.deletePrefix(passagesKey(book));
    await expect(reindexTextbooks(ctx)).rejects.toMatchObject({ code: "textbook.file-missing" });
    expect(await found()).toEqual([]);
  });

  it("is forbidden to people, and begins nothing", async () => {
    const { ctx, add, found } = library();
    await add("Хурд.");
    const actor = platformAdmin() as unknown as SystemActor;
    await expect(reindexTextbooks({ ...ctx, actor })).rejects.toMatchObject({ kind: "forbidden" });
    expect(await found()).toEqual([]);
  });
});
