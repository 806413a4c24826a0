import { type Actor, type Ctx, requireRole } from "../kernel/index.ts";
import { contentsKey } from "./ingesting/library-keys.ts";
import type { TextbookPorts } from "./ports.ts";
import type { ContentsEntry } from "./schema.ts";
import { readJson } from "./ingesting/stored-page.ts";
import { isOpen, visibleTextbook } from "./viewing/visible-textbook.ts";

/** Chapters and sections with their pages; empty until the book is ready. @throws DomainError `not-found` */
export async function readContents(
  ctx: Ctx<Actor, Pick<TextbookPorts, "textbooks" | "library">>,
  input: { readonly textbookId: string },
): Promise<readonly ContentsEntry[]> {
  requireRole(ctx.actor, "student", "teacher", "school-admin", "platform-admin", "ministry");
  const textbook = await visibleTextbook(ctx, input.textbookId);
  if (!isOpen(textbook)) return [];
  return (await readJson<ContentsEntry[]>(ctx.library, contentsKey(textbook))) ?? [];
}
