import type { Ctx, SystemActor } from "../kernel/index.ts";
import { everythingOf, textbookOfSource } from "./ingesting/library-keys.ts";
import type { TextbookPorts } from "./ports.ts";
import { maxFileBytes } from "./schema.ts";

/**
 * A PDF has arrived: begins its ingestion, or ends it as `too-large`. A repeated event changes nothing; one that comes
 * again because the first was not finished sends the job's message once more. The file of a book that was deleted meanwhile
 * (its signed address goes on to work for an hour) is deleted too.
 */
export async function startIngestion(
  ctx: Ctx<SystemActor, Pick<TextbookPorts, "textbooks" | "uploads" | "ingestQueue">>,
  input: { readonly key: string; readonly sizeBytes: number },
): Promise<void> {
  const textbookId = textbookOfSource(input.key);
  if (textbookId === undefined) {
    ctx.log.warn("an upload belongs to no textbook", { key: input.key });
    return;
  }
  const atMs = ctx.clock.nowMs();
  const jobId = ctx.ids.next("job");
  const begun = await ctx.textbooks.beginJob({ textbookId, jobId, from: ["awaiting-upload"], staleBeforeMs: 0, atMs });
  if (begun && input.sizeBytes > maxFileBytes) {
    await ctx.textbooks.finishJob({ textbookId, jobId, atMs, outcome: { state: "failed", failure: "too-large" } });
    return;
  }
  // Whoever began the job, its message may never have left: a second one is harmless.
  const textbook = await ctx.textbooks.get(textbookId);
  if (textbook === undefined) return ctx.uploads.deletePrefix(everythingOf(textbookId));
  if (textbook.state !== "ingesting" || textbook.jobId === undefined) return;
  const fromPage = textbook.pagesDone + 1;
  await ctx.ingestQueue.send({ kind: "ingest-pages", textbookId, jobId: textbook.jobId, fromPage });
}
