import { type Actor, type Ctx, DomainError, isId } from "../../kernel/index.ts";
import type { SavedTextbook, TextbookPorts } from "../ports.ts";

/**
 * The textbook if this person may see it: pupils books of their grade and below, and like all staff only those that are
 * ready; platform administrators every one. What is hidden looks exactly like what is missing.
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

function maySee(actor: Actor, textbook: SavedTextbook): boolean {
  if (actor.role === "platform-admin") return true;
  if (textbook.state !== "ready") return false;
  return actor.role !== "student" || textbook.grade <= actor.grade;
}
