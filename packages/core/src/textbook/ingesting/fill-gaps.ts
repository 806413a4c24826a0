import type { SavedTextbook, TextbookPorts } from "../ports.ts";
import { readPassages } from "../reviewing/passages-file.ts";
import { indexUntilSettled } from "./index-book.ts";

/** Passages looked for at once. */
const batchSize = 500;

/**
 * Sees that every passage of a book that has just become ready is in the index. A new index may have been put in use
 * (`reindexTextbooks`) while the book went into the former one: what went there is missing in the new one, and the rebuilding
 * has passed the book over as not ready.
 */
export async function fillGaps(
  ctx: Pick<TextbookPorts, "textbooks" | "library" | "passages" | "embeddings">,
  book: SavedTextbook,
): Promise<void> {
  const { passages } = await readPassages(ctx, book);
  for (let start = 0; start < passages.length; start += batchSize) {
    const ids = passages.slice(start, start + batchSize).map(({ passageId }) => passageId);
    const found = await ctx.passages.find(ids);
    if (found.length === ids.length) continue;
    await indexUntilSettled(ctx, ctx.passages, book.textbookId);
    return;
  }
}
