import type { TextbookId } from "../../kernel/index.ts";
import type { TextbookPorts } from "../ports.ts";
import { everythingOf } from "./library-keys.ts";

/** Removes everything of a textbook whose jobs are stopped, its record last. May be repeated, and by several at once. */
export async function removeParts(
  ctx: Pick<TextbookPorts, "textbooks" | "uploads" | "library" | "passages" | "pageReviews">,
  textbookId: TextbookId,
): Promise<void> {
  await ctx.passages.removeTextbook(textbookId);
  await ctx.library.deletePrefix(everythingOf(textbookId));
  await ctx.uploads.deletePrefix(everythingOf(textbookId));
  // Once more: a step that was under way may have indexed passages meanwhile, and died before it could take them back.
  await ctx.passages.removeTextbook(textbookId);
  await ctx.pageReviews.removeAllOf(textbookId);
  await ctx.textbooks.remove(textbookId);
}
