import type { TextbookId } from "../../kernel/index.ts";
import type { TextbookPorts } from "../ports.ts";

/**
 * Takes the passages of the book that was replaced out of the search index; its pages and files stay, for what cites them.
 * Changes nothing where the older book was not replaced by this one, and may be repeated.
 */
export async function settleReplacement(
  ctx: Pick<TextbookPorts, "textbooks" | "passages">,
  { textbookId, replaces }: { readonly textbookId: TextbookId; readonly replaces?: TextbookId | undefined },
): Promise<void> {
  if (replaces === undefined) return;
  const older = await ctx.textbooks.get(replaces);
  if (older?.state === "replaced" && older.replacedBy === textbookId) await ctx.passages.removeTextbook(replaces);
}
