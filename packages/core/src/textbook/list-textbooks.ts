import { type Actor, type Ctx, DomainError, type Page, parse, requireRole } from "../kernel/index.ts";
import type { TextbookPorts } from "./ports.ts";
import { ListTextbooksInput, textbookStates, type TextbookView } from "./schema.ts";
import { viewTextbook } from "./viewing/view-textbook.ts";

const pageSize = 100;

/**
 * Textbooks by grade (lowest first), then subject. Pupils see ready books of their grade and below, staff every ready
 * book, platform administrators also those being made or failed.
 */
export async function listTextbooks(
  ctx: Ctx<Actor, Pick<TextbookPorts, "textbooks">>,
  input: ListTextbooksInput = {},
): Promise<Page<TextbookView>> {
  requireRole(ctx.actor, "student", "teacher", "school-admin", "platform-admin", "ministry");
  const { grade, cursor } = parse(ListTextbooksInput, input, "textbook.invalid-list");
  const highest = ctx.actor.role === "student" ? ctx.actor.grade : 12;
  if (grade !== undefined && grade > highest) throw new DomainError("not-found", "textbook.no-textbook");
  const page = await ctx.textbooks.list({
    grades: grade === undefined ? { from: 1, to: highest } : { from: grade, to: grade },
    states: ctx.actor.role === "platform-admin" ? textbookStates : ["ready"],
    limit: pageSize,
    ...(cursor === undefined ? {} : { cursor }),
  });
  return { ...page, items: page.items.map(viewTextbook) };
}
