import { DomainError } from "../../kernel/index.ts";
import type { PupilKey, SavedStanding, StandingStore } from "../ports.ts";

const attempts = 6;

/**
 * Changes a pupil's standing by what `next` makes of the one that is there; nothing is written where it gives nothing. Of
 * two changes at once the second begins anew with what the first left. Throws `unavailable` (tutor.busy).
 */
export async function changeStanding(
  standings: StandingStore,
  key: PupilKey,
  next: (standing: SavedStanding | undefined) => Omit<SavedStanding, "version"> | undefined,
): Promise<SavedStanding | undefined> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const former = await standings.get(key);
    const changed = next(former);
    if (!changed) return former;
    const standing = { ...changed, version: (former?.version ?? 0) + 1 };
    if (await standings.replace({ key, standing, formerVersion: former?.version })) return standing;
  }
  throw new DomainError("unavailable", "tutor.busy", { retryAfterS: 2 });
}
