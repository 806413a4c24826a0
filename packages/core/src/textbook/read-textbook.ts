import { type Actor, type Ctx, requireRole } from "../kernel/index.ts";
import type { TextbookPorts } from "./ports.ts";
import type { TextbookView } from "./schema.ts";
import { viewTextbook } from "./viewing/view-textbook.ts";
import { visibleTextbook } from "./viewing/visible-textbook.ts";

/** One textbook with the progress of its ingestion. @throws DomainError `not-found` */
export async function readTextbook(
  ctx: Ctx<Actor, Pick<TextbookPorts, "textbooks">>,
  input: { readonly textbookId: string },
): Promise<TextbookView> {
  requireRole(ctx.actor, "student", "teacher", "school-admin", "platform-admin", "ministry");
  return viewTextbook(await visibleTextbook(ctx, input.textbookId));
}
