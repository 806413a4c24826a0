/** Tries before a lock. */
export const maxTries = 5;

const minuteMs = 60_000;
/** A lock grows with each one that no right PIN came between; a teacher lifts it by a new PIN. */
const lockLengthsMs = [15 * minuteMs, 60 * minuteMs, 240 * minuteMs] as const;
const longestLockMs = 240 * minuteMs;

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
