import type { Clock, Log } from "../kernel/index.ts";
import type { HealthProbe } from "./ports.ts";
import type { HealthReport, PartHealth } from "./schema.ts";

/** Of each part. A part that needs longer is down for a pupil, whatever it says then. */
const patienceMs = 2_000;

/** Without these no question is answered; everything else has a softer answer. */
const vital = new Set(["table", "search"]);

/** Looks at every part at once: at most two seconds in all. Never throws; what went wrong stands in the log only. */
export async function lookAtParts(
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  probes: readonly HealthProbe[],
  limitMs: number = patienceMs,
): Promise<HealthReport> {
  const parts = await Promise.all(probes.map((probe) => look(log, probe, limitMs)));
  const down = parts.filter(({ state }) => state === "down");
  const status = down.length === 0 ? "up" : down.some(({ part }) => vital.has(part)) ? "down" : "degraded";
  return { atMs: clock.nowMs(), status, parts };
}

async function look(log: Log, { part, check }: HealthProbe, limitMs: number): Promise<PartHealth> {
  // Not the port's clock: a duration, not a moment.
  const startedMs = performance.now();
  const limit = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      limit.abort();
      reject(new Error(`no answer within ${limitMs} ms`));
    }, limitMs);
  });
  try {
    const answer = await Promise.race([check(limit.signal), late]);
    return answer.state === "off" ? { part, ...answer } : { part, ...answer, latencyMs: since(startedMs) };
  } catch (error) {
    log.warn("A part of the product does not answer.", { part, error });
    return { part, state: "down", latencyMs: since(startedMs) };
  } finally {
    clearTimeout(timer);
  }
}

const since = (startedMs: number): number => Math.round(performance.now() - startedMs);
