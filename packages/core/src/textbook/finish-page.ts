import { type Ctx, parse, type PlatformAdmin, requireRole } from "../kernel/index.ts";
import { requirePage, reviewableBook, type ChangePorts } from "./reviewing/review-ctx.ts";
import { settlePage } from "./reviewing/settle-page.ts";
import { FinishPageInput } from "./reviewing/review-schema.ts";

/**
 * Finishes a change of a page that broke off after it was saved: audit trail, files and search index learn of it. Does
 * nothing where nothing is left to do. @throws DomainError `not-found`, `unavailable`
 */
export async function finishPage(ctx: Ctx<PlatformAdmin, ChangePorts>, input: FinishPageInput): Promise<void> {
  requireRole(ctx.actor, "platform-admin");
  const { textbookId, pdfPage } = parse(FinishPageInput, input);
  const book = await reviewableBook(ctx, textbookId);
  const review = await ctx.pageReviews.get(book.textbookId, requirePage(book, pdfPage));
  if (review) await settlePage(ctx, book, review);
}
