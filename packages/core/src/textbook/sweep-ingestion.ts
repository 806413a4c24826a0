import type { AlarmHook, Ctx, SystemActor } from "../kernel/index.ts";
import { sourceKey } from "./ingesting/library-keys.ts";
import { removeParts } from "./ingesting/remove-parts.ts";
import { takeBack } from "./ingesting/take-back.ts";
import type { SavedTextbook, TextbookPorts, UploadPorts } from "./ports.ts";
import { finishUnfinished } from "./reviewing/finish-unfinished.ts";
import type { ChangePorts } from "./reviewing/review-ctx.ts";
import { startIngestion } from "./start-ingestion.ts";

const minuteMs = 60_000;
/** A job that has recorded nothing for so long is lost when nothing waits in the queue: a page takes half a minute at most. */
const idleLeaseMs = 5 * minuteMs;
/** While the queue is busy the job's next message may just be waiting its turn behind other books. */
const busyLeaseMs = 60 * minuteMs;
/** The event of an upload comes within seconds. */
const eventLeaseMs = 2 * minuteMs;
const removalLeaseMs = 2 * minuteMs;
/** The signed address ends long before; an upload in parts may go on for as long as its parts are kept. */
const uploadPatienceMs = 24 * 60 * minuteMs;
const maxRestarts = 3;
const pageSize = 100;

type SweepCtx = Ctx<
  SystemActor,
  Pick<TextbookPorts, "textbooks" | "uploads" | "library" | "ingestQueue" | "passages" | "pageReviews"> &
    UploadPorts &
    ChangePorts & { readonly alarms: AlarmHook }
>;

/** How many books of each kind were set going again, ended or removed, and pages whose change was brought to its end. */
export interface SweptIngestion {
  readonly restarted: number;
  readonly started: number;
  readonly failed: number;
  readonly removed: number;
  readonly finished: number;
}

/**
 * Finds books that stopped on their way and sets them going again: jobs whose message was lost (at most three times, then
 * they end as `internal`), uploads whose event was lost, removals that broke off; uploads that never came end as
 * `never-uploaded` after a day, changes of pages that broke off are finished. Reads indexes alone. Several sweeps at once do everything once: each change
 * is a conditional write, and what is done twice (a message, a removal) is harmless.
 */
export async function sweepIngestion(ctx: SweepCtx): Promise<SweptIngestion> {
  const swept = { restarted: 0, started: 0, failed: 0, removed: 0, finished: 0 };
  let isBusy: boolean | undefined;
  for await (const book of unsettledBooks(ctx)) {
    const ageMs = ctx.clock.nowMs() - book.updatedAtMs;
    let outcome: keyof SweptIngestion | undefined;
    try {
      if (book.removedAtMs !== undefined) outcome = await endRemoval(ctx, book);
      else if (book.state === "awaiting-upload") outcome = await lookForUpload(ctx, book);
      else if (book.state === "ingesting" && ageMs > idleLeaseMs) {
        isBusy ??= (await ctx.ingestQueue.depth()) > 0;
        if (ageMs > (isBusy ? busyLeaseMs : idleLeaseMs)) outcome = await restart(ctx, book);
      }
    } catch (error) {
      // One book's trouble is not the others'.
      ctx.log.error("a textbook could not be swept", { textbookId: book.textbookId, error });
    }
    if (outcome) swept[outcome] += 1;
  }
  swept.finished = await finishUnfinished(ctx);
  return swept;
}

async function* unsettledBooks(ctx: Pick<SweepCtx, "textbooks">): AsyncIterable<SavedTextbook> {
  let cursor: string | undefined;
  do {
    const page = await ctx.textbooks.list({
      grades: { from: 1, to: 12 },
      // A book that is being removed counts as failed.
      states: ["awaiting-upload", "ingesting", "failed"],
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    });
    yield* page.items;
    cursor = page.cursor;
  } while (cursor !== undefined);
}

async function restart(ctx: SweepCtx, book: SavedTextbook): Promise<"restarted" | "failed" | undefined> {
  const { textbookId, jobId, restarts = 0, pagesDone, updatedAtMs } = book;
  if (jobId === undefined) return undefined;
  const atMs = ctx.clock.nowMs();
  if (restarts >= maxRestarts) {
    const outcome = { state: "failed" as const, failure: "internal" as const };
    if (!(await ctx.textbooks.finishJob({ textbookId, jobId, atMs, outcome }))) return undefined;
    ctx.alarms.raise("ingestion-given-up", "sweeper", { textbookId, restarts });
    await takeBack(ctx, { textbookId, jobId });
    return "failed";
  }
  if (!(await ctx.textbooks.claimRestart({ textbookId, jobId, seenAtMs: updatedAtMs, atMs }))) return undefined;
  ctx.alarms.raise("ingestion-restarted", "sweeper", { textbookId, restarts: restarts + 1 });
  // Without a range: whatever is left, in as many messages as that takes.
  await ctx.ingestQueue.send({ kind: "ingest-pages", textbookId, jobId, fromPage: pagesDone + 1 });
  return "restarted";
}

async function lookForUpload(ctx: SweepCtx, book: SavedTextbook): Promise<"started" | "failed" | undefined> {
  const { textbookId, createdAtMs } = book;
  const ageMs = ctx.clock.nowMs() - createdAtMs;
  if (ageMs < eventLeaseMs) return undefined;
  const key = sourceKey(textbookId);
  const file = await ctx.uploads.head(key);
  if (file) {
    await startIngestion(ctx, { key, sizeBytes: file.sizeBytes });
    return "started";
  }
  if (ageMs < uploadPatienceMs || (await ctx.pendingUploads.get(textbookId)) !== undefined) return undefined;
  return (await ctx.textbooks.giveUpUpload(textbookId, ctx.clock.nowMs())) ? "failed" : undefined;
}

async function endRemoval(ctx: SweepCtx, { textbookId, removedAtMs = 0 }: SavedTextbook) {
  if (ctx.clock.nowMs() - removedAtMs < removalLeaseMs) return undefined;
  await removeParts(ctx, textbookId);
  return "removed" as const;
}
