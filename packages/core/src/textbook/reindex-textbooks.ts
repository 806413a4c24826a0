import { type Ctx, DomainError, isId, type SystemActor, type TextbookId } from "../kernel/index.ts";
import { type BookInIndex, indexBook } from "./ingesting/index-book.ts";
import { readJson, writeJson } from "./ingesting/stored-page.ts";
import type { PassageRebuild, PassageRebuilds, TextbookPorts } from "./ports.ts";

export interface ReindexProgress {
  readonly textbookId: TextbookId;
  /** Passages of this book, and of all books so far. */
  readonly passages: number;
  readonly total: number;
}

export interface ReindexFigures {
  /** Name of the index that is in use now. */
  readonly index: string;
  readonly resumed: boolean;
  readonly books: number;
  readonly passages: number;
}

type ReindexCtx = Ctx<
  SystemActor,
  Pick<TextbookPorts, "textbooks" | "library" | "embeddings"> & { readonly passageRebuilds: PassageRebuilds }
>;

/** Which index is being built, and what it holds by now; lies in the Library. */
interface Rebuilding {
  readonly index: string;
  readonly books: Readonly<Record<string, BookInIndex>>;
}

const allGrades = Array.from({ length: 12 }, (_unused, index) => index + 1);
/** Rounds over all books before the index is put in use: each later one only takes along what changed during the one before. */
const rounds = 4;

/**
 * Builds the whole search index anew from the books' files of passages, without any PDF, beside the one in use, and then puts
 * it in use. The settings' embedding model may be another one than before. Searching and ingestion go on meanwhile: what
 * they change is taken along, before and after the change-over. One book is in memory at a time.
 *
 * When it breaks off it is simply run again, and goes on with the book it was at. One run at a time.
 *
 * @throws DomainError `unavailable` when files, the model or the index can't be reached: nothing has changed for pupils
 */
export async function reindexTextbooks(
  ctx: ReindexCtx,
  report: (progress: ReindexProgress) => void = () => {},
): Promise<ReindexFigures> {
  if (ctx.actor.role !== "system") throw new DomainError("forbidden", "account.wrong-role");
  const key = `reindex/${encodeURIComponent(ctx.embeddings.model)}-${ctx.embeddings.dimensions}.json`;
  const begun = await readJson<Rebuilding>(ctx.library, key);
  const resumed = begun === undefined ? undefined : await ctx.passageRebuilds.resume(begun.index);
  const rebuild = resumed ?? (await ctx.passageRebuilds.begin());
  const books = new Map(Object.entries(resumed && begun ? begun.books : {}));
  const save = () =>
    writeJson(ctx.library, key, { index: rebuild.name, books: Object.fromEntries(books) } satisfies Rebuilding);
  await save();

  for (let round = 1; (await takeAlong(ctx, rebuild, books, save, report)) > 0; round += 1) {
    if (round >= rounds) break;
  }
  await refuseGaps(rebuild, books);
  await rebuild.use();
  // What was written to the former index at the last moment lies in the files, too.
  await takeAlong(ctx, rebuild, books, save, report);
  await ctx.library.deletePrefix(key);
  return { index: rebuild.name, resumed: resumed !== undefined, books: books.size, passages: totalOf(books) };
}

/** Brings the new index up to the books as they are now; answers how many of them had changed. */
async function takeAlong(
  ctx: ReindexCtx,
  rebuild: PassageRebuild,
  books: Map<string, BookInIndex>,
  save: () => Promise<void>,
  report: (progress: ReindexProgress) => void,
): Promise<number> {
  let changed = 0;
  const gone = new Set(books.keys());
  for await (const textbookId of readyBooks(ctx)) {
    const known = books.get(textbookId);
    const indexed = await indexBook(ctx, rebuild.passages, { textbookId, ...(known === undefined ? {} : { known }) });
    if (indexed === undefined) continue;
    gone.delete(textbookId);
    if (indexed === known) continue;
    changed += 1;
    books.set(textbookId, indexed);
    await save();
    report({ textbookId, passages: indexed.passages, total: totalOf(books) });
  }
  for (const textbookId of gone) {
    changed += 1;
    if (isId("textbook", textbookId)) await rebuild.passages.removeTextbook(textbookId);
    books.delete(textbookId);
    await save();
  }
  return changed;
}

async function* readyBooks(ctx: ReindexCtx): AsyncGenerator<TextbookId> {
  let cursor: string | undefined;
  do {
    const page = await ctx.textbooks.list({
      grades: { from: 1, to: 12 },
      states: ["ready"],
      limit: 100,
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const { textbookId } of page.items) yield textbookId;
    cursor = page.cursor;
  } while (cursor !== undefined);
}

/** An index that lost something is never put in use. */
async function refuseGaps(rebuild: PassageRebuild, books: ReadonlyMap<string, BookInIndex>): Promise<void> {
  const { total } = await rebuild.passages.frequencies({ stems: [], grades: allGrades });
  if (total === totalOf(books)) return;
  throw new Error(
    `the new index ${rebuild.name} holds ${total} passages, the books ${totalOf(books)}: it is not put in use`,
  );
}

const totalOf = (books: ReadonlyMap<string, BookInIndex>): number =>
  [...books.values()].reduce((sum, { passages }) => sum + passages, 0);
