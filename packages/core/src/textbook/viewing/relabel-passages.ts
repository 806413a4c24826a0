import { DomainError } from "../../kernel/index.ts";
import { indexUntilSettled } from "../ingesting/index-book.ts";
import { passagesKey } from "../ingesting/library-keys.ts";
import type { SavedTextbook, TextbookPorts } from "../ports.ts";
import { readPassages, replacePassages } from "../reviewing/passages-file.ts";

const attempts = 3;

/**
 * Writes a book's title, subject and grade anew on its passages, in the Library and, for a book that pupils can ask, in
 * the search index. Texts and ids stay, so that citations go on leading to them; without passages nothing happens.
 * @throws DomainError `conflict` (textbook.passages-changed) when they are corrected at the very moment, time and again
 */
export async function relabelPassages(
  ctx: Pick<TextbookPorts, "textbooks" | "library" | "passages" | "embeddings">,
  book: SavedTextbook,
): Promise<void> {
  if ((await ctx.library.head(passagesKey(book))) === undefined) return;
  await rewriteLines(ctx, book);
  if (book.state === "ready") await indexUntilSettled(ctx, ctx.passages, book.textbookId);
}

/** The lines are written over exactly the version that was read: a correction made meanwhile is not lost. */
async function rewriteLines(ctx: Pick<TextbookPorts, "library">, book: SavedTextbook): Promise<void> {
  const { title: bookTitle, subject, grade } = book;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { passages, version } = await readPassages(ctx, book);
    const relabelled = passages.map((passage) => ({ ...passage, bookTitle, subject, grade }));
    if (await replacePassages(ctx, book, { passages: relabelled, version })) return;
  }
  throw new DomainError("conflict", "textbook.passages-changed");
}
