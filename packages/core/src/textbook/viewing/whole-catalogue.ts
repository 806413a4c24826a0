import type { SavedTextbook, TextbookPorts } from "../ports.ts";
import { textbookStates } from "../schema.ts";

/** Every textbook in any state: a few hundred in all, a handful of queries. */
export async function wholeCatalogue(ctx: Pick<TextbookPorts, "textbooks">): Promise<readonly SavedTextbook[]> {
  const books: SavedTextbook[] = [];
  let cursor: string | undefined;
  do {
    const page = await ctx.textbooks.list({
      grades: { from: 1, to: 12 },
      states: textbookStates,
      limit: 200,
      ...(cursor === undefined ? {} : { cursor }),
    });
    books.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return books;
}
