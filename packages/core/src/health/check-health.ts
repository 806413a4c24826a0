import type { Actor, Anonymous, Clock, Ctx, Log, SystemActor } from "../kernel/index.ts";
import { lookAtParts } from "./look-at-parts.ts";
import type { HealthProbe } from "./ports.ts";
import type { HealthReport } from "./schema.ts";

/** The page is public: however many ask, the parts are asked once in this time, in each instance. */
const keptMs = 10_000;

/** A look at the parts that is shared by everybody who asks within ten seconds. */
export interface HealthWatch {
  now(): Promise<HealthReport>;
}

/** Composes the shared look. */
export function createHealthWatch(parts: {
  readonly clock: Clock;
  readonly log: Log;
  readonly healthProbes: readonly HealthProbe[];
}): HealthWatch {
  let last: { readonly atMs: number; readonly report: Promise<HealthReport> } | undefined;
  return {
    now() {
      const atMs = parts.clock.nowMs();
      if (!last || atMs - last.atMs >= keptMs) last = { atMs, report: lookAtParts(parts, parts.healthProbes) };
      return last.report;
    },
  };
}

/**
 * How every part of the product does, for everybody: no secrets, no names of resources, no words of an error. At most ten
 * seconds old; takes two seconds at most.
 */
export function checkHealth(
  ctx: Ctx<Actor | Anonymous | SystemActor, { readonly healthWatch: HealthWatch }>,
): Promise<HealthReport> {
  return ctx.healthWatch.now();
}
