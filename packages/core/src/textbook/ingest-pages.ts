import type { Ctx, SystemActor } from "../kernel/index.ts";
import { fillGaps } from "./ingesting/fill-gaps.ts";
import { finishBook } from "./ingesting/finish-book.ts";
import type { IngestCtx, IngestStep } from "./ingesting/ingest-step.ts";
import { isAllRead } from "./ingesting/page-ranges.ts";
import { readRange } from "./ingesting/read-range.ts";
import { settleReplacement } from "./ingesting/settle-replacement.ts";
import { takeBack } from "./ingesting/take-back.ts";
import { PdfRefused, type SavedTextbook, type TextbookPorts } from "./ports.ts";
import type { IngestionFailure, IngestMessage } from "./schema.ts";

type Ports = Pick<
  TextbookPorts,
  | "textbooks"
  | "uploads"
  | "library"
  | "ingestQueue"
  | "passages"
  | "embeddings"
  | "pdfReader"
  | "pageRecogniser"
  | "pageReviews"
>;

/**
 * Does one step of ingestion: reads a range of pages, or, when all pages are read, builds the passages of the book.
 *
 * A book's ranges are read side by side, up to eight at a time. Everything is written before it is recorded, always under
 * the same keys, and the next message is sent after it: a step that is cut off anywhere is done again by the queue, one
 * that comes twice or out of order changes nothing. When the file itself is to blame the textbook becomes `failed` with
 * the reason; any other error is thrown, for the queue to try again, until the last try (`isLastTry`) ends the job as
 * `internal`.
 */
export async function ingestPages(
  ctx: Ctx<SystemActor, Ports>,
  { isLastTry = false, ...message }: IngestMessage & { readonly isLastTry?: boolean },
): Promise<void> {
  const textbook = await ctx.textbooks.get(message.textbookId);
  // Deleted while an earlier try was at it: that one may have died before it could take its passages back.
  if (textbook === undefined) return takeBack(ctx, message);
  if (textbook.jobId !== message.jobId) return;
  // Made ready by an earlier try, which may have died before it had looked after the search.
  if (textbook.state === "ready") {
    await fillGaps(ctx, textbook);
    return settleReplacement(ctx, textbook);
  }
  if (textbook.state !== "ingesting") return;
  const step = { ...message, textbook };
  try {
    await (hasAllPages(textbook) ? finishBook(ctx, step) : readRange(ctx, step));
  } catch (error) {
    await fail(ctx, step, error, isLastTry);
  }
}

/** Books that were begun before single pages were recorded have their count alone. */
const hasAllPages = ({ pageCount, pagesDone, pagesRead = [] }: SavedTextbook): boolean =>
  pageCount !== undefined && (pagesDone >= pageCount || isAllRead({ pageCount, pagesRead }));

async function fail(ctx: IngestCtx, step: IngestStep, error: unknown, isLastTry: boolean): Promise<void> {
  const { textbookId, jobId } = step;
  let failure: IngestionFailure = "internal";
  if (error instanceof PdfRefused) {
    failure = error.reason;
    ctx.log.warn("a textbook could not be read", { textbookId, reason: failure });
  } else {
    if (!isLastTry) throw error;
    ctx.log.error("a step of ingestion failed on its last try", { textbookId, error });
  }
  const outcome = { state: "failed" as const, failure };
  await ctx.textbooks.finishJob({ textbookId, jobId, atMs: ctx.clock.nowMs(), outcome });
  // A book that failed while it was indexed must not be found by half.
  await takeBack(ctx, step);
}
