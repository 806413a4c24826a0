import { type Ctx, DomainError, type PlatformAdmin, requireRole } from "../kernel/index.ts";
import { sourceKey } from "./ingesting/library-keys.ts";
import type { TextbookPorts } from "./ports.ts";
import type { TextbookView } from "./schema.ts";
import { viewTextbook } from "./viewing/view-textbook.ts";
import { visibleTextbook } from "./viewing/visible-textbook.ts";

/** A job that has recorded nothing for so long was lost. */
export const staleJobMs = 15 * 60_000;

/**
 * Reads a textbook's PDF once more, from the first page: after a failure, when a job got stuck, or to bring an older
 * edition back whose successor was deleted.
 * @throws DomainError `conflict` while a job is under way, the book is ready or replaced; `not-found` when no file was
 * uploaded
 */
export async function retryIngestion(
  ctx: Ctx<PlatformAdmin, Pick<TextbookPorts, "textbooks" | "uploads" | "ingestQueue" | "passages">>,
  input: { readonly textbookId: string },
): Promise<TextbookView> {
  requireRole(ctx.actor, "platform-admin");
  const { textbookId, replacedBy } = await visibleTextbook(ctx, input.textbookId);
  if ((await ctx.uploads.head(sourceKey(textbookId))) === undefined)
    throw new DomainError("not-found", "textbook.no-file");
  const isOrphan = replacedBy !== undefined && (await ctx.textbooks.get(replacedBy)) === undefined;
  const jobId = ctx.ids.next("job");
  const atMs = ctx.clock.nowMs();
  const begun = await ctx.textbooks.beginJob({
    textbookId,
    jobId,
    from: ["failed", "awaiting-upload"],
    ...(isOrphan ? { orphanOf: replacedBy } : {}),
    staleBeforeMs: atMs - staleJobMs,
    atMs,
  });
  if (!begun) throw new DomainError("conflict", "textbook.ingestion-under-way");
  // An earlier reading may have left passages that this one won't replace.
  await ctx.passages.removeTextbook(textbookId);
  await ctx.ingestQueue.send({ kind: "ingest-pages", textbookId, jobId, fromPage: 1 });
  return viewTextbook(await visibleTextbook(ctx, textbookId));
}
