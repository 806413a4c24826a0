import { type PartHistory, readHealthHistory } from "@ukhaan/core/health";
import type { Anonymous } from "@ukhaan/core/kernel";
import type { WebCtx } from "./context.ts";

/** The page is public and its history changes every five minutes: one query a minute and instance is enough. */
const keptMs = 60_000;
/** Without the table the page must still say so, and soon. */
const patienceMs = 2_000;

let kept: { readonly atMs: number; readonly history: readonly PartHistory[] } | undefined;

/** The last 90 days of every part; what was read last, or nothing, while the table does not answer. */
export async function statusHistory(ctx: WebCtx<Anonymous>): Promise<readonly PartHistory[]> {
  const nowMs = ctx.clock.nowMs();
  if (kept && nowMs - kept.atMs < keptMs) return kept.history;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in time")), patienceMs);
  });
  const reading = readHealthHistory(ctx);
  // It may fail after the page is gone.
  reading.catch(() => undefined);
  try {
    kept = { atMs: nowMs, history: await Promise.race([reading, late]) };
  } catch (error) {
    ctx.log.error("The history of the status page could not be read.", { error });
  } finally {
    clearTimeout(timer);
  }
  return kept?.history ?? [];
}
