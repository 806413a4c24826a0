import { type Ctx, type PlatformAdmin, requireRole } from "../kernel/index.ts";
import type { SavedTextbook, TextbookPorts } from "./ports.ts";
import type { TextbookView } from "./schema.ts";
import { viewTextbook } from "./viewing/view-textbook.ts";
import { visibleTextbook } from "./viewing/visible-textbook.ts";

/** Nobody prints more editions; a ring of records must not turn for ever. */
const most = 30;

/**
 * A textbook's editions as one took the place of the other, newest first, with itself among them.
 * @throws DomainError `not-found`
 */
export async function readEditions(
  ctx: Ctx<PlatformAdmin, Pick<TextbookPorts, "textbooks">>,
  input: { readonly textbookId: string },
): Promise<readonly TextbookView[]> {
  requireRole(ctx.actor, "platform-admin");
  const book = await visibleTextbook(ctx, input.textbookId);
  const chain = new Map<string, SavedTextbook>([[book.textbookId, book]]);
  const follow = async (next: (book: SavedTextbook) => SavedTextbook["replaces"]) => {
    const found: SavedTextbook[] = [];
    for (let id = next(book); id !== undefined && !chain.has(id) && chain.size < most;) {
      const edition = await ctx.textbooks.get(id);
      if (!edition) break;
      chain.set(id, edition);
      found.push(edition);
      id = next(edition);
    }
    return found;
  };
  const newer = await follow(({ replacedBy }) => replacedBy);
  const older = await follow(({ replaces }) => replaces);
  return [...newer.toReversed(), book, ...older].map(viewTextbook);
}
