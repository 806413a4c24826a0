import type { IngestMessage } from "../schema.ts";
import type { TextbookPorts } from "../ports.ts";
import { everythingOf } from "./library-keys.ts";

/**
 * Takes back what a step wrote for a job that is no longer the textbook's: a book that was deleted meanwhile must not be
 * found, nor leave files. What a later job or a repeat of this step has made is left alone.
 */
export async function takeBack(
  ctx: Pick<TextbookPorts, "textbooks" | "library" | "passages">,
  { textbookId, jobId }: Pick<IngestMessage, "textbookId" | "jobId">,
): Promise<void> {
  const textbook = await ctx.textbooks.get(textbookId);
  if (textbook?.jobId === undefined) {
    // Gone, or being deleted; a book without any job is no job's to take back.
    if (textbook !== undefined && textbook.removedAtMs === undefined) return;
    await ctx.passages.removeTextbook(textbookId);
    await ctx.library.deletePrefix(everythingOf(textbookId));
    return;
  }
  // Files lie under the same keys for every job, and so do passages once a job has read all pages and indexes its own.
  const isReading =
    textbook.state === "ingesting" &&
    textbook.jobId !== jobId &&
    (textbook.pageCount === undefined || textbook.pagesDone < textbook.pageCount);
  if (isReading || textbook.state === "failed") await ctx.passages.removeTextbook(textbookId);
}
