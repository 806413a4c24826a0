import type { AlarmHook, Ctx, SystemActor } from "../kernel/index.ts";
import { unreadPages } from "./ingesting/page-ranges.ts";
import { settleReplacement } from "./ingesting/settle-replacement.ts";
import { takeBack } from "./ingesting/take-back.ts";
import type { SavedTextbook, TextbookPorts } from "./ports.ts";
import { IngestMessage } from "./schema.ts";

/**
 * Ends what a message that could not be handled leaves behind. A step lands among the dead letters when the function was
 * killed under it on every delivery (a step that merely fails ends its job itself): its book becomes `failed` as `internal`
 * at once, unless the step's work was done by another message meanwhile. Any other message only raises the alarm: the
 * sweeper finds uploads whose event was lost. May be repeated.
 */
export async function sweepDeadLetter(
  ctx: Ctx<SystemActor, Pick<TextbookPorts, "textbooks" | "passages" | "library"> & { readonly alarms: AlarmHook }>,
  input: { readonly body: unknown },
): Promise<void> {
  const message = IngestMessage.safeParse(input.body);
  if (!message.success) {
    ctx.alarms.raise("dead-letter", "ingest", { what: "not a step of ingestion" });
    return;
  }
  const { textbookId, jobId, fromPage, toPage } = message.data;
  ctx.alarms.raise("dead-letter", "ingest", { textbookId, jobId, fromPage });
  const textbook = await ctx.textbooks.get(textbookId);
  if (textbook?.state === "ready" && textbook.jobId === jobId) return settleReplacement(ctx, textbook);
  if (textbook?.state !== "ingesting" || textbook.jobId !== jobId) return takeBack(ctx, message.data);
  if (isDone(textbook, fromPage, toPage)) return;
  const outcome = { state: "failed" as const, failure: "internal" as const };
  await ctx.textbooks.finishJob({ textbookId, jobId, atMs: ctx.clock.nowMs(), outcome });
  await takeBack(ctx, message.data);
}

/**
 * A range whose pages are read by now; what comes after it the sweeper sends, if nobody did. The step that builds, and the
 * one that opens the book, are done with the job alone.
 */
function isDone({ pageCount, pagesRead = [] }: SavedTextbook, fromPage: number, toPage: number | undefined): boolean {
  if (pageCount === undefined || toPage === undefined) return false;
  return unreadPages({ pageCount, pagesRead }, { fromPage, toPage: Math.min(toPage, pageCount) }).length === 0;
}
