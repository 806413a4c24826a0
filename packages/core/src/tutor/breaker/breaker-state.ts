import type { BreakerRecord, ModelFailureReason } from "../ports.ts";

/** When a model is left alone, and for how long. Milliseconds. */
export interface BreakerSettings {
  /** Failures without a success between them, each at most `windowMs` after the one before. */
  readonly failures: number;
  readonly windowMs: number;
  /** Doubles with every probe that failed, up to the longest. */
  readonly cooldownMs: number;
  readonly longestCooldownMs: number;
  /** How long a probe's question may take; after that somebody else may probe. */
  readonly probeMs: number;
}

export const defaultBreakerSettings: BreakerSettings = {
  failures: 5,
  windowMs: 60_000,
  cooldownMs: 30_000,
  longestCooldownMs: 300_000,
  probeMs: 20_000,
};

export const closedBreaker = (model: string): BreakerRecord => ({
  model,
  state: "closed",
  failures: 0,
  lastFailureAtMs: 0,
  openings: 0,
  untilMs: 0,
  changedAtMs: 0,
  version: 0,
});

/** What happened to one question at one model. */
export interface Outcome {
  readonly nowMs: number;
  /** Whether it was the one question that tries an open model again. */
  readonly isProbe: boolean;
  readonly reason?: ModelFailureReason;
}

/** The record after a failure; undefined when it changes nothing: a request from before the opening came home late. */
export function afterFailure(
  before: BreakerRecord,
  { nowMs, isProbe, reason }: Outcome,
  settings: BreakerSettings,
): BreakerRecord | undefined {
  if (before.state !== "closed" && !isProbe) return undefined;
  const after = { ...before, ...(reason === undefined ? {} : { reason }), version: before.version + 1 };
  // A clock that runs ahead must not make failures look old to the others: its times count as now.
  const isRecent = nowMs - before.lastFailureAtMs <= settings.windowMs;
  const failures = isRecent ? before.failures + 1 : 1;
  const lastFailureAtMs = Math.max(before.lastFailureAtMs, nowMs);
  if (before.state === "closed" && failures < settings.failures) return { ...after, failures, lastFailureAtMs };
  const openings = before.openings + 1;
  const untilMs = nowMs + cooldownOf(openings, settings);
  return { ...after, state: "open", failures, lastFailureAtMs, openings, untilMs, changedAtMs: nowMs };
}

/** The record after a success; undefined when it changes nothing. */
export function afterSuccess(before: BreakerRecord, { nowMs, isProbe }: Outcome): BreakerRecord | undefined {
  if (before.state !== "closed" && !isProbe) return undefined;
  if (before.state === "closed" && before.failures === 0) return undefined;
  const changedAtMs = before.state === "closed" ? before.changedAtMs : nowMs;
  return { ...closedBreaker(before.model), changedAtMs, version: before.version + 1 };
}

/** The record while one question tries the model again. */
export const whileProbing = (before: BreakerRecord, nowMs: number, settings: BreakerSettings): BreakerRecord => ({
  ...before,
  state: "probing",
  untilMs: nowMs + settings.probeMs,
  changedAtMs: nowMs,
  version: before.version + 1,
});

/**
 * When this instance may try the model again. `untilMs` was written by another clock: however wrong that runs, nobody waits
 * longer than the whole time since they first saw the record.
 */
export function waitEndsAtMs(record: BreakerRecord, seenAtMs: number, settings: BreakerSettings): number {
  const wholeMs = record.state === "probing" ? settings.probeMs : cooldownOf(record.openings, settings);
  return Math.min(record.untilMs, seenAtMs + wholeMs);
}

const cooldownOf = (openings: number, { cooldownMs, longestCooldownMs }: BreakerSettings) =>
  Math.min(longestCooldownMs, cooldownMs * 2 ** Math.max(0, openings - 1));
