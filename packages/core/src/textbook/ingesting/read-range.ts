import { type OpenPdf, PdfRefused, type SavedTextbook } from "../ports.ts";
import { repairOutline } from "../repair/repair-outline.ts";
import { inParallel } from "./in-parallel.ts";
import type { IngestCtx, IngestStep } from "./ingest-step.ts";
import { imageKey, outlineKey, pageKey, thumbnailKey } from "./library-keys.ts";
import { openSource } from "./open-source.ts";
import { isAllRead, nextRange, openLanes, type PageRange, unreadPages } from "./page-ranges.ts";
import { readPageText } from "./read-page-text.ts";
import { type StoredPage, writeJson } from "./stored-page.ts";
import { takeBack } from "./take-back.ts";

/** No further pages are begun after this long: pages that must be recognised take seconds, and may take half a minute. */
const messageMs = 40_000;
/**
 * Pages between two records of progress. One is drawn while another's image is packed; more side by side only hold memory.
 */
export const pagesAtOnce = 2;

/**
 * Reads the pages of a message that are not read yet, as many as there is time for, and sends what comes next: the rest of
 * its range, the next range of its lane, or, when every page of the book is read, the step that builds the passages.
 * A message without a range opens the book: it sets every lane going, and reads the first one's pages itself.
 * @throws PdfRefused
 */
export async function readRange(ctx: IngestCtx, step: IngestStep): Promise<void> {
  const { textbook, textbookId, jobId } = step;
  const send = (range: Partial<PageRange> & Pick<PageRange, "fromPage">) =>
    ctx.ingestQueue.send({ kind: "ingest-pages", textbookId, jobId, ...range });
  const { pdf, sourceHash } = await openSource(ctx, textbook);
  try {
    const { pageCount } = pdf;
    const record = async (pages: readonly number[]) => {
      const atMs = ctx.clock.nowMs();
      const saved = await ctx.textbooks.recordPages({ textbookId, jobId, sourceHash, pageCount, pages, atMs });
      return saved && { pageCount, pagesRead: saved.pagesRead ?? [] };
    };
    // Before anything is written: from here on the job reads this file and no other. Refused: the book was deleted, another
    // job took over, or a step beside this one reads another file.
    let progress = await record([]);
    if (!progress) return;
    if (step.toPage === undefined) await writeJson(ctx.library, outlineKey(textbook), repairOutline(pdf.outline));
    const own = rangeOf(step, progress);
    if (step.toPage === undefined) for (const range of openLanes(progress).slice(1)) await send(range);

    const endMs = ctx.clock.nowMs() + messageMs;
    const left = own ? unreadPages(progress, own) : [];
    const found = left.length;
    while (left.length > 0 && ctx.clock.nowMs() < endMs) {
      const pages = left.splice(0, pagesAtOnce);
      await inParallel(pages, pagesAtOnce, (page) => storePage(ctx, textbook, pdf, page));
      progress = await record(pages);
      if (!progress) return await takeBack(ctx, step);
    }
    // A step that did nothing would send itself for ever.
    if (left.length > 0 && left.length === found) throw new PdfRefused("internal");

    const [fromPage] = left;
    if (own && fromPage !== undefined) return await send({ ...own, fromPage });
    if (isAllRead(progress)) return await send({ fromPage: pageCount + 1 });
    const next = nextRange(progress, own ?? step);
    if (next) await send(next);
  } finally {
    await pdf.close();
    // The engine holds some 300 MB, and starts again in a second.
    await ctx.pageRecogniser.close();
  }
}

/** What a message is about; one without a range takes the first lane's, the others are sent on. */
function rangeOf(
  { fromPage, toPage }: IngestStep,
  progress: { readonly pageCount: number; readonly pagesRead: readonly number[] },
): PageRange | undefined {
  if (toPage === undefined) return openLanes(progress)[0];
  return { fromPage, toPage: Math.min(toPage, progress.pageCount) };
}

async function storePage(ctx: IngestCtx, book: SavedTextbook, pdf: OpenPdf, pdfPage: number): Promise<true> {
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
