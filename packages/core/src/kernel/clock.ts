/** Where time comes from; a port, so that tests can freeze it. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  nowMs(): number;
}

export const systemClock: Clock = { nowMs: () => Date.now() };

/** Mongolia keeps UTC+8 without daylight saving; a day in a limit or report is a day in Ulaanbaatar. */
const ulaanbaatarOffsetMs = 8 * 3_600_000;

/** Calendar day in Ulaanbaatar, `2026-11-21`. */
export function dayInUlaanbaatar(timeMs: number): string {
  return new Date(timeMs + ulaanbaatarOffsetMs).toISOString().slice(0, 10);
}

/** Whether it is late for a child: from 22:00 to 06:00 in Ulaanbaatar. */
export function isNightInUlaanbaatar(timeMs: number): boolean {
  const hour = Math.floor((timeMs + ulaanbaatarOffsetMs) / 3_600_000) % 24;
  return hour >= 22 || hour < 6;
}

/** Milliseconds until the next midnight in Ulaanbaatar. */
export function msUntilTomorrowInUlaanbaatar(timeMs: number): number {
  const dayMs = 24 * 3_600_000;
  return dayMs - ((timeMs + ulaanbaatarOffsetMs) % dayMs);
}
