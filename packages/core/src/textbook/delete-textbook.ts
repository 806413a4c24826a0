import { type Ctx, type PlatformAdmin, requireRole } from "../kernel/index.ts";
import { removeParts } from "./ingesting/remove-parts.ts";
import type { TextbookPorts } from "./ports.ts";
import { visibleTextbook } from "./viewing/visible-textbook.ts";

/**
 * Removes a textbook with its passages, images and files. The record goes last: a deletion that broke off leaves a book
 * that can be deleted again, and is ended by the sweeper. The older edition that the book has replaced stays replaced:
 * nothing comes back that nobody asked for; `retryIngestion` brings it back. @throws DomainError `not-found`
 */
export async function deleteTextbook(
  ctx: Ctx<PlatformAdmin, Pick<TextbookPorts, "textbooks" | "uploads" | "library" | "passages" | "pageReviews">>,
  input: { readonly textbookId: string },
): Promise<void> {
  requireRole(ctx.actor, "platform-admin");
  const { textbookId } = await visibleTextbook(ctx, input.textbookId);
  // First, so that pupils no longer find it and a running job writes nothing more.
  await ctx.textbooks.stopJobs(textbookId, ctx.clock.nowMs());
  await removeParts(ctx, textbookId);
}
