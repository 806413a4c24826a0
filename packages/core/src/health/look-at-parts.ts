import type { Clock, Log } from "../kernel/index.ts";
import type { HealthProbe } from "./ports.ts";
import type { HealthReport, PartHealth } from "./schema.ts";

/** Of each part. A part that needs longer is down for a pupil, whatever it says then. */
const patienceMs = 2_000;
const steps = 20;

/** Without these no question is answered; everything else has a softer answer. */
const vital = new Set(["table", "search"]);

/** Looks at every part at once: at most two seconds in all. Never throws; what went wrong stands in the log only. */
export async function lookAtParts(
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  probes: readonly HealthProbe[],
  limitMs: number = patienceMs,
): Promise<HealthReport> {
  const parts = await Promise.all(probes.map((probe) => look(log, probe, limitMs)));
  return { atMs: clock.nowMs(), status: statusOf(parts), parts };
}

/** The same, and a second look at what did not answer: for a record, one slow moment is no outage. */
export async function lookTwice(
  ports: { readonly clock: Clock; readonly log: Log },
  probes: readonly HealthProbe[],
): Promise<HealthReport> {
  const first = await lookAtParts(ports, probes);
  const suspects = first.parts.flatMap(({ part, state }) => (state === "down" ? [part] : []));
  if (suspects.length === 0) return first;
  const again = await lookAtParts(
    ports,
    probes.filter(({ part }) => suspects.includes(part)),
  );
  const parts = first.parts.map((one) => again.parts.find(({ part }) => part === one.part) ?? one);
  return { ...again, status: statusOf(parts), parts };
}

function statusOf(parts: readonly PartHealth[]): HealthReport["status"] {
  const down = parts.filter(({ state }) => state === "down");
  if (down.length === 0) return "up";
  return down.some(({ part }) => vital.has(part)) ? "down" : "degraded";
}

async function look(log: Log, { part, check }: HealthProbe, limitMs: number): Promise<PartHealth> {
  // Not the port's clock: a duration, not a moment.
  const startedMs = performance.now();
  const limit = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  // In steps: when this process itself stood still, an answer may lie here unread, and time that was slept does not count.
  let left = steps;
  const late = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      left -= 1;
      if (left > 0) return;
      limit.abort();
      reject(new Error(`no answer within ${limitMs} ms`));
    }, limitMs / steps);
  });
  try {
    const answer = await Promise.race([check(limit.signal), late]);
    return answer.state === "off" ? { part, ...answer } : { part, ...answer, latencyMs: since(startedMs) };
  } catch (error) {
    log.warn("A part of the product does not answer.", { part, error });
    return { part, state: "down", latencyMs: since(startedMs) };
  } finally {
    clearInterval(timer);
  }
}

const since = (startedMs: number): number => Math.round(performance.now() - startedMs);
