import type { SavedStanding } from "../ports.ts";
import type { ChatStanding } from "../schema.ts";

/** How a pupil stands at this moment: a pause that is over is none. */
export function chatStanding(standing: SavedStanding | undefined, nowMs: number): ChatStanding {
  const by = standing?.by ?? "ledger";
  if (standing?.lockedAtMs !== undefined) return { kind: "locked", by };
  const untilMs = standing?.pausedUntilMs ?? 0;
  return untilMs > nowMs ? { kind: "paused", untilMs, by } : { kind: "active" };
}
