import { type Actor, type Ctx, DomainError, isId } from "../../kernel/index.ts";
import type { SavedTextbook, TextbookPorts } from "../ports.ts";

/**
 * The textbook if this person may see it: pupils books of their grade and below, and like all staff only those that are
 * ready or were replaced (old answers cite them); platform administrators every one. What is hidden looks exactly like what is missing.
 * @throws DomainError `not-found` `textbook.no-textbook`
 */
export async function visibleTextbook(
  ctx: Ctx<Actor, Pick<TextbookPorts, "textbooks">>,
  textbookId: string,
): Promise<SavedTextbook> {
  const textbook = isId("textbook", textbookId) ? await ctx.textbooks.get(textbookId) : undefined;
  if (textbook === undefined || !maySee(ctx.actor, textbook))
    throw new DomainError("not-found", "textbook.no-textbook");
  return textbook;
}

/** Whether a book's pages and contents can be opened: a replaced one's stay for what cites it. */
export const isOpen = ({ state }: Pick<SavedTextbook, "state">): boolean => state === "ready" || state === "replaced";

function maySee(actor: Actor, textbook: SavedTextbook): boolean {
  if (actor.role === "platform-admin") return true;
  if (!isOpen(textbook)) return false;
  return actor.role !== "student" || textbook.grade <= actor.grade;
}
