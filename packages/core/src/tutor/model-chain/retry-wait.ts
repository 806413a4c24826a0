import type { ModelFailure } from "../ports.ts";

/** Longer than this nobody waits for a model while others may answer. */
const longestWaitS = 2;
const jitterMs = { least: 50, most: 250 };

/**
 * How long to wait before the same model is asked once more, milliseconds; undefined when that is of no use. Only what
 * passes by itself is worth it: a busy provider that says when (`Retry-After` up to two seconds), an error of its own, a
 * connection that broke. A timeout has cost the pupil enough, and a refusal stays one.
 */
export function retryWaitMs(
  { reason, retryAfterS }: Pick<ModelFailure, "reason" | "retryAfterS">,
  random: () => number = Math.random,
): number | undefined {
  if (retryAfterS !== undefined && retryAfterS > longestWaitS) return undefined;
  const jitter = jitterMs.least + random() * (jitterMs.most - jitterMs.least);
  switch (reason) {
    case "rate-limited":
      return retryAfterS === undefined ? undefined : retryAfterS * 1_000 + jitter;
    case "overloaded":
    case "cut-off":
      return (retryAfterS ?? 0) * 1_000 + jitter;
    case "timeout":
    case "unreachable":
    case "refused":
    case "malformed":
      return undefined;
  }
}
