import type { Ctx, SystemActor } from "../kernel/index.ts";
import { buildPassages } from "./ingesting/build-passages.ts";
import { inParallel } from "./ingesting/in-parallel.ts";
import { imageKey, outlineKey, pageKey, thumbnailKey } from "./ingesting/library-keys.ts";
import { openSource } from "./ingesting/open-source.ts";
import { readPageText } from "./ingesting/read-page-text.ts";
import { type StoredPage, writeJson } from "./ingesting/stored-page.ts";
import { takeBack } from "./ingesting/take-back.ts";
import { type OpenPdf, PdfRefused, type SavedTextbook, type TextbookPorts } from "./ports.ts";
import { repairOutline } from "./repair/repair-outline.ts";
import type { IngestionFailure, IngestMessage } from "./schema.ts";

/** Pages read for one message: well within a function's time, and not much to do again after a crash. */
const pagesPerMessage = 24;
/** No further pages are begun after this long: pages that must be recognised take seconds, and may take half a minute. */
const messageMs = 40_000;
/**
 * Pages between two records of progress. One is drawn while another's image is packed; more side by side only hold memory.
 */
export const pagesAtOnce = 2;

type Ports = Pick<
  TextbookPorts,
  "textbooks" | "uploads" | "library" | "ingestQueue" | "passages" | "embeddings" | "pdfReader" | "pageRecogniser"
>;
type Job = IngestMessage & { readonly textbook: SavedTextbook };

/**
 * Does one step of ingestion: reads a range of pages, or, after the last page, builds the passages of the book.
 *
 * Everything is written before progress is recorded, always under the same keys, and the next message is sent after it:
 * a step that is cut off anywhere is done again by the queue, and a repeated one changes nothing. When the file itself is
 * to blame the textbook becomes `failed` with the reason; any other error is thrown, for the queue to try again, until
 * the last try (`isLastTry`) ends the job as `internal`.
 */
export async function ingestPages(
  ctx: Ctx<SystemActor, Ports>,
  { isLastTry = false, ...message }: IngestMessage & { readonly isLastTry?: boolean },
): Promise<void> {
  const textbook = await ctx.textbooks.get(message.textbookId);
  // Deleted while an earlier try was at it: that one may have died before it could take its passages back.
  if (textbook === undefined) return takeBack(ctx, message);
  if (textbook.state !== "ingesting" || textbook.jobId !== message.jobId) return;
  const job = { ...message, textbook };
  try {
    if (textbook.pageCount !== undefined && textbook.pagesDone >= textbook.pageCount) await finish(ctx, job);
    else await readRange(ctx, job);
  } catch (error) {
    await fail(ctx, job, error, isLastTry);
  }
}

async function fail(ctx: Ctx<SystemActor, Ports>, job: Job, error: unknown, isLastTry: boolean): Promise<void> {
  const { textbookId } = job;
  let failure: IngestionFailure = "internal";
  if (error instanceof PdfRefused) {
    failure = error.reason;
    ctx.log.warn("a textbook could not be read", { textbookId, reason: failure });
  } else {
    if (!isLastTry) throw error;
    ctx.log.error("a step of ingestion failed on its last try", { textbookId, error });
  }
  await end(ctx, job, { state: "failed", failure });
}

async function readRange(ctx: Ctx<SystemActor, Ports>, job: Job): Promise<void> {
  const { textbook, textbookId, jobId } = job;
  const { pdf, sourceHash } = await openSource(ctx, textbook);
  try {
    const { pageCount } = pdf;
    // The record knows better than a message that came twice.
    let pagesDone = textbook.pagesDone;
    // Refused: the book was deleted, another job took over, or a step beside this one reads another file.
    const record = () =>
      ctx.textbooks.recordProgress({ textbookId, jobId, sourceHash, pageCount, pagesDone, atMs: ctx.clock.nowMs() });
    // Before anything is written: from here on the job reads this file and no other.
    if (!(await record())) return;
    if (pagesDone === 0) await writeJson(ctx.library, outlineKey(textbook), repairOutline(pdf.outline));
    const to = Math.min(pageCount, pagesDone + pagesPerMessage);
    const endMs = ctx.clock.nowMs() + messageMs;
    while (pagesDone < to && ctx.clock.nowMs() < endMs) {
      const from = pagesDone + 1;
      const pages = Array.from({ length: Math.min(pagesAtOnce, to - pagesDone) }, (_unused, index) => from + index);
      await inParallel(pages, pagesAtOnce, (page) => storePage(ctx, textbook, pdf, page));
      pagesDone += pages.length;
      if (!(await record())) return await takeBack(ctx, job);
    }
    // A step that did nothing would send itself for ever.
    if (pagesDone === textbook.pagesDone) throw new PdfRefused("internal");
    await ctx.ingestQueue.send({ kind: "ingest-pages", textbookId, jobId, fromPage: pagesDone + 1 });
  } finally {
    await pdf.close();
    // The engine holds some 300 MB, and starts again in a second.
    await ctx.pageRecogniser.close();
  }
}

async function storePage(
  ctx: Ctx<SystemActor, Ports>,
  book: SavedTextbook,
  pdf: OpenPdf,
  pdfPage: number,
): Promise<true> {
  const { page, isUnread } = await readPageText(ctx, pdf, pdfPage);
  const { image, thumbnail, width, height } = await pdf.drawPage(pdfPage);
  const contentType = "image/webp";
  const stored: StoredPage = { ...page, ...(isUnread ? { isUnread } : {}), image: { width, height } };
  await Promise.all([
    ctx.library.put({ key: imageKey(book, pdfPage), body: image, contentType }),
    ctx.library.put({ key: thumbnailKey(book, pdfPage), body: thumbnail, contentType }),
    writeJson(ctx.library, pageKey(book, pdfPage), stored),
  ]);
  return true;
}

async function finish(ctx: Ctx<SystemActor, Ports>, job: Job): Promise<void> {
  const { passageCount, unreadPages } = await buildPassages(ctx, job.textbook);
  // Pages that recognition failed on may hold text: whoever looks into it must not be told that there is none.
  if (passageCount === 0) throw new PdfRefused(unreadPages > 0 ? "internal" : "no-text");
  if (!(await end(ctx, job, { state: "ready" }))) await takeBack(ctx, job);
}

function end(
  ctx: Ctx<SystemActor, Ports>,
  { textbookId, jobId }: Job,
  outcome: Parameters<TextbookPorts["textbooks"]["finishJob"]>[0]["outcome"],
): Promise<boolean> {
  return ctx.textbooks.finishJob({ textbookId, jobId, atMs: ctx.clock.nowMs(), outcome });
}
