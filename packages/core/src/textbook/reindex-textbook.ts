import { type Ctx, DomainError, isId, type SystemActor } from "../kernel/index.ts";
import { indexUntilSettled } from "./ingesting/index-book.ts";
import type { TextbookPorts } from "./ports.ts";

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
  const indexed = await indexUntilSettled(ctx, ctx.passages, textbookId);
  if (indexed === undefined) throw new DomainError("not-found", "textbook.no-textbook");
  return { passages: indexed.passages };
}
