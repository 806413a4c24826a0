import { type AccountPorts, recordAudit } from "../account/index.ts";
import { type Ctx, type PlatformAdmin, requireRole } from "../kernel/index.ts";
import { removeParts } from "./ingesting/remove-parts.ts";
import type { TextbookPorts, UploadPorts } from "./ports.ts";
import { visibleTextbook } from "./viewing/visible-textbook.ts";

/**
 * Removes a textbook with its passages, images and files, also those that are still on their way. The record goes last: a
 * deletion that broke off leaves a book that can be deleted again, and is ended by the sweeper. Who did it is audited. The older edition that the book has replaced stays replaced:
 * nothing comes back that nobody asked for; `retryIngestion` brings it back. @throws DomainError `not-found`
 */
export async function deleteTextbook(
  ctx: Ctx<
    PlatformAdmin,
    Pick<TextbookPorts, "textbooks" | "uploads" | "library" | "passages" | "pageReviews"> &
      UploadPorts &
      Pick<AccountPorts, "audit">
  >,
  input: { readonly textbookId: string },
): Promise<void> {
  requireRole(ctx.actor, "platform-admin");
  const { textbookId, title, grade, edition } = await visibleTextbook(ctx, input.textbookId);
  await recordAudit(ctx, { action: "textbook.deleted", subject: textbookId, details: { title, grade, edition } });
  // First, so that pupils no longer find it and a running job writes nothing more.
  await ctx.textbooks.stopJobs(textbookId, ctx.clock.nowMs());
  await removeParts(ctx, textbookId);
}
