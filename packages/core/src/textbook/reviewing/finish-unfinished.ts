import type { Ctx, SystemActor } from "../../kernel/index.ts";
import type { ChangePorts } from "./review-ctx.ts";
import { settlePage } from "./settle-page.ts";

/** A change is settled within seconds; whoever is at it is not disturbed. */
const leaseMs = 2 * 60_000;
/** Pages looked at in one sweep; the rest waits for the next one. */
const most = 20;

/**
 * Brings changes of pages to their end that broke off after they were saved, so that neither audit trail nor search has to wait for
 * somebody to open the page. Answers how many. What fails is logged, and tried again by the next sweep.
 */
export async function finishUnfinished(ctx: Ctx<SystemActor, ChangePorts>): Promise<number> {
  let finished = 0;
  for (const { textbookId, pdfPage, updatedAtMs } of await ctx.pageReviews.listUnfinished(most)) {
    if (ctx.clock.nowMs() - updatedAtMs < leaseMs) continue;
    try {
      const book = await ctx.textbooks.get(textbookId);
      if (book === undefined) await ctx.pageReviews.removeAllOf(textbookId);
      // A book that is being read anew takes its corrections along; afterwards the rest is done here.
      if (book?.state !== "ready" && book?.state !== "replaced") continue;
      const review = await ctx.pageReviews.get(textbookId, pdfPage);
      if (review?.pending === undefined) continue;
      await settlePage(ctx, book, review);
      finished += 1;
    } catch (error) {
      ctx.log.error("a change of a page could not be finished", { textbookId, pdfPage, error });
    }
  }
  return finished;
}
