import { type Ctx, type PlatformAdmin, requireRole } from "../kernel/index.ts";
import { everythingOf } from "./ingesting/library-keys.ts";
import type { TextbookPorts } from "./ports.ts";
import { visibleTextbook } from "./viewing/visible-textbook.ts";

/**
 * Removes a textbook with its passages, images and files. The record goes last: a deletion that broke off leaves a book
 * that can be deleted again. @throws DomainError `not-found`
 */
export async function deleteTextbook(
  ctx: Ctx<PlatformAdmin, Pick<TextbookPorts, "textbooks" | "uploads" | "library" | "passages">>,
  input: { readonly textbookId: string },
): Promise<void> {
  requireRole(ctx.actor, "platform-admin");
  const { textbookId } = await visibleTextbook(ctx, input.textbookId);
  // First, so that pupils no longer find it and a running job writes nothing more.
  await ctx.textbooks.stopJobs(textbookId, ctx.clock.nowMs());
  await ctx.passages.removeTextbook(textbookId);
  await ctx.library.deletePrefix(everythingOf(textbookId));
  await ctx.uploads.deletePrefix(everythingOf(textbookId));
  // Once more: a step that was under way may have indexed passages meanwhile, and died before it could take them back.
  await ctx.passages.removeTextbook(textbookId);
  await ctx.textbooks.remove(textbookId);
}
