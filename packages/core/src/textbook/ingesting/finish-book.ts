import { PdfRefused, type SavedTextbook } from "../ports.ts";
import { buildPassages } from "./build-passages.ts";
import { fillGaps } from "./fill-gaps.ts";
import type { IngestCtx, IngestStep } from "./ingest-step.ts";
import { settleReplacement } from "./settle-replacement.ts";
import { takeBack } from "./take-back.ts";

/** Longer than a step may run, shorter than its message stays hidden: what died is begun again, what runs is left alone. */
const buildMs = 110_000;

/**
 * Builds the passages of a book whose pages are all read, and makes it ready. Of several messages that ask for it (the last
 * ranges ended together, one was delivered twice) the first one builds and the others do nothing.
 * @throws PdfRefused `no-text` for a book in which nothing can be found
 */
export async function finishBook(ctx: IngestCtx, step: IngestStep): Promise<void> {
  const { textbook, textbookId, jobId } = step;
  const atMs = ctx.clock.nowMs();
  if (!(await ctx.textbooks.claimBuild({ textbookId, jobId, untilMs: atMs + buildMs, atMs }))) return;
  try {
    const { passageCount, unreadPages } = await buildPassages(ctx, textbook);
    // Pages that recognition failed on may hold text: whoever looks into it must not be told that there is none.
    if (passageCount === 0) throw new PdfRefused(unreadPages > 0 ? "internal" : "no-text");
    await becomeReady(ctx, step, textbook);
  } catch (error) {
    await ctx.textbooks.releaseBuild({ textbookId, jobId });
    throw error;
  }
}

async function becomeReady(ctx: IngestCtx, step: IngestStep, book: SavedTextbook): Promise<void> {
  const { textbookId, replaces } = book;
  const outcome = { state: "ready" as const, ...(replaces === undefined ? {} : { replaces }) };
  const isReady = await ctx.textbooks.finishJob({ textbookId, jobId: step.jobId, atMs: ctx.clock.nowMs(), outcome });
  if (!isReady) return takeBack(ctx, step);
  await fillGaps(ctx, book);
  await settleReplacement(ctx, { textbookId, replaces });
}
