import type { Role } from "../kernel/index.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A session ends when it lies idle for `idleMs`, and at the latest after `longestMs`. */
interface Lifetime {
  readonly idleMs: number;
  readonly longestMs: number;
  /** A visit is written down at most this often: a request must not cost a write. */
  readonly noteEveryMs: number;
}

/** A pupil's own phone, often the only device: long, but not into the next school year. */
const pupil: Lifetime = { idleMs: 30 * dayMs, longestMs: 180 * dayMs, noteEveryMs: dayMs };
/** Shared computers of a teachers' room. */
const staff: Lifetime = { idleMs: 12 * hourMs, longestMs: 7 * dayMs, noteEveryMs: hourMs };

const lifetimeOf = (role: Role): Lifetime => (role === "student" ? pupil : staff);

/** When a session that was seen now ends. */
export function expiryOf(role: Role, createdAtMs: number, nowMs: number): number {
  const { idleMs, longestMs } = lifetimeOf(role);
  return Math.min(nowMs + idleMs, createdAtMs + longestMs);
}

/** The latest moment a session can live, however busy. */
export function latestEndOf(role: Role, createdAtMs: number): number {
  return createdAtMs + lifetimeOf(role).longestMs;
}

/** Whether a visit now is worth a write. */
export function isVisitDue(role: Role, seenAtMs: number, nowMs: number): boolean {
  return nowMs - seenAtMs >= lifetimeOf(role).noteEveryMs;
}
