import { type Ctx, DomainError, isId, type SystemActor } from "../kernel/index.ts";
import { type BookInIndex, indexBook } from "./ingesting/index-book.ts";
import type { TextbookPorts } from "./ports.ts";

/** A correction that comes in between is taken along; more of them at once do not happen. */
const rounds = 5;

/**
 * Indexes one book anew, in the index that is in use, from its file of passages and without its PDF. It can be searched all the
 * while. Answers how many passages it has.
 *
 * @throws DomainError `not-found` for a book that is not ready; `unavailable` when its passages, the model or the index can't be reached
 */
export async function reindexTextbook(
  ctx: Ctx<SystemActor, Pick<TextbookPorts, "textbooks" | "library" | "passages" | "embeddings">>,
  input: { readonly textbookId: string },
): Promise<{ readonly passages: number }> {
  if (ctx.actor.role !== "system") throw new DomainError("forbidden", "account.wrong-role");
  const { textbookId } = input;
  if (!isId("textbook", textbookId)) throw new DomainError("not-found", "textbook.no-textbook");
  let known: BookInIndex | undefined;
  for (let round = 0; round < rounds; round += 1) {
    const indexed = await indexBook(ctx, ctx.passages, { textbookId, ...(known === undefined ? {} : { known }) });
    if (indexed === undefined) {
      // Taken back or replaced meanwhile: what went in after that must not be found.
      if (known !== undefined) await ctx.passages.removeTextbook(textbookId);
      throw new DomainError("not-found", "textbook.no-textbook");
    }
    if (indexed === known) return { passages: indexed.passages };
    known = indexed;
  }
  throw new DomainError("unavailable", "textbook.storage-down");
}
