/** Tries before a lock. */
export const maxTries = 5;

const minuteMs = 60_000;
/** A lock grows with each one that no right PIN came between; a teacher lifts it by a new PIN. */
const lockLengthsMs = [15 * minuteMs, 60 * minuteMs, 240 * minuteMs] as const;
export const longestLockMs = 240 * minuteMs;

/**
 * Misses in the life of one PIN, however far apart: after them only a new PIN opens. Short locks alone would leave some 30
 * tries a day, for ever, of fewer than 10,000 PINs; these leave a chance of less than one in 200.
 */
export const maxMisses = 40;

/**
 * When the lock of this state ends (milliseconds since 1970), or undefined when tries are left. The lock begins with the last
 * try being taken, not with its being found wrong: a crash between the two leaves no way around it.
 */
export function lockEndsAt(state: {
  readonly tries: number;
  readonly lastTryAtMs: number;
  readonly locks: number;
}): number | undefined {
  if (state.tries < maxTries) return undefined;
  return state.lastTryAtMs + (lockLengthsMs[state.locks] ?? longestLockMs);
}
