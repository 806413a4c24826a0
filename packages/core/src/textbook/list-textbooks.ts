import { type Actor, type Ctx, DomainError, type Page, parse, requireRole } from "../kernel/index.ts";
import type { SavedTextbook, TextbookPorts } from "./ports.ts";
import { ListTextbooksInput, textbookStates, type TextbookView } from "./schema.ts";
import { chooseBooks } from "./viewing/choose-books.ts";
import { viewTextbook } from "./viewing/view-textbook.ts";

const pageSize = 100;
/** Filled up to here, a page of a narrowed list is long enough; what the last read brought stays on it. */
const enough = 50;

/**
 * Textbooks by grade (lowest first), then subject, narrowed to what is asked for. Pupils see ready books of their grade and
 * below, staff every ready book, platform administrators also those being made, failed or replaced.
 */
export async function listTextbooks(
  ctx: Ctx<Actor, Pick<TextbookPorts, "textbooks">>,
  input: ListTextbooksInput = {},
): Promise<Page<TextbookView>> {
  requireRole(ctx.actor, "student", "teacher", "school-admin", "platform-admin", "ministry");
  const wanted = parse(ListTextbooksInput, input, "textbook.invalid-list");
  const { grade } = wanted;
  const highest = ctx.actor.role === "student" ? ctx.actor.grade : 12;
  if (grade !== undefined && grade > highest) throw new DomainError("not-found", "textbook.no-textbook");
  const isChosen = chooseBooks(wanted);
  const items: SavedTextbook[] = [];
  let { cursor } = wanted;
  do {
    const page = await ctx.textbooks.list({
      grades: grade === undefined ? { from: 1, to: highest } : { from: grade, to: grade },
      states: statesFor(ctx.actor, wanted.state),
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    });
    items.push(...page.items.filter(isChosen));
    cursor = page.cursor;
  } while (cursor !== undefined && items.length < enough);
  return { items: items.map(viewTextbook), ...(cursor === undefined ? {} : { cursor }) };
}

function statesFor(actor: Actor, state: SavedTextbook["state"] | undefined): readonly SavedTextbook["state"][] {
  if (actor.role !== "platform-admin") return ["ready"];
  return state === undefined ? textbookStates : [state];
}
