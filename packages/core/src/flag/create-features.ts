import type { Clock, Log } from "../kernel/index.ts";
import type { FeatureFlagStore, Features, FlagDocument } from "./ports.ts";
import { FlagRule } from "./schema.ts";

/** Milliseconds. A change works everywhere within `waitAfterMs` and one reading: under 30 seconds. */
export interface FeatureFreshness {
  /** Older documents are read anew beside the request that noticed. */
  readonly renewAfterMs: number;
  /** Older ones are waited for: an instance that slept for an hour must not answer by the flags of then. */
  readonly waitAfterMs: number;
  /** And no longer than this. */
  readonly patienceMs: number;
}

export const defaultFreshness: FeatureFreshness = { renewAfterMs: 10_000, waitAfterMs: 25_000, patienceMs: 1_000 };

interface Parts {
  readonly featureFlags: Pick<FeatureFlagStore, "list">;
  readonly clock: Clock;
  readonly log: Log;
}

/** The flags of one program: one reading in ten seconds however many ask, in the background where that is enough. */
export function createFeatures(
  { featureFlags, clock, log }: Parts,
  { renewAfterMs, waitAfterMs, patienceMs }: FeatureFreshness = defaultFreshness,
): Features {
  let kept: { readonly document: FlagDocument; readonly atMs: number } | undefined;
  let triedAtMs = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;

  const read = async () => {
    const atMs = clock.nowMs();
    triedAtMs = atMs;
    try {
      const { items } = await featureFlags.list();
      kept = { document: readable(items), atMs };
    } catch (error) {
      // The last document goes on: a flag is no reason to stop answering.
      log.error("The feature flags could not be read.", { error });
    } finally {
      reading = undefined;
    }
  };

  return {
    async document() {
      const nowMs = clock.nowMs();
      const ageMs = kept ? nowMs - kept.atMs : Number.POSITIVE_INFINITY;
      const mayTry = nowMs - triedAtMs >= renewAfterMs;
      if (ageMs >= renewAfterMs && (mayTry || reading)) {
        reading ??= read();
        if (ageMs >= waitAfterMs) await atMost(reading, patienceMs);
      }
      return kept?.document ?? new Map();
    },
  };
}

/** A rule of a later release that this one can't read is left out: its flag keeps the default. */
function readable(items: readonly { readonly name: string; readonly rule: unknown }[]): FlagDocument {
  return new Map(
    items.flatMap(({ name, rule }) => {
      const parsed = FlagRule.safeParse(rule);
      return parsed.success ? [[name, parsed.data] as const] : [];
    }),
  );
}

async function atMost(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tired = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, tired]);
  clearTimeout(timer);
}
