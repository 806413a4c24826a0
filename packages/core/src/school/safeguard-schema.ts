import * as z from "zod";
import { idSchema } from "../kernel/id-schema.ts";
import type { StaffId } from "../kernel/ids.ts";

/** Which school: a platform administrator says it, a school's own staff need not. */
const Which = { schoolId: idSchema("school").optional() };

export const NameSafeguardInput = z.object({
  ...Which,
  staffId: idSchema("staff"),
  deputyId: idSchema("staff").optional(),
});
export type NameSafeguardInput = z.input<typeof NameSafeguardInput>;

export const ReadSafeguardInput = z.object(Which);
export type ReadSafeguardInput = z.input<typeof ReadSafeguardInput>;

export const ListSafeguardCandidatesInput = z.object({ ...Which, cursor: z.string().max(2_000).optional() });
export type ListSafeguardCandidatesInput = z.input<typeof ListSafeguardCandidatesInput>;

/** Longest absence that is told at once: whoever is away for longer has a successor named. */
export const maxAwayDays = 60;
export const SetSafeguardAwayInput = z.object({
  /** Whole days from now; 0 is back on duty. */
  days: z.number().int().min(0).max(maxAwayDays),
});
export type SetSafeguardAwayInput = z.input<typeof SetSafeguardAwayInput>;

export interface SafeguardCandidate {
  readonly staffId: StaffId;
  readonly name: string;
  readonly role: "teacher" | "school-admin";
}

/** Who cares for flags in a school, as its staff see it. */
export interface SafeguardView {
  readonly safeguard?: SafeguardCandidate;
  readonly deputy?: SafeguardCandidate;
  /** Named to follow, not confirmed yet. */
  readonly nominee?: SafeguardCandidate;
  /** Absent: pupils can't chat yet. */
  readonly confirmedAtMs?: number;
  readonly awayUntilMs?: number;
  /** What the reader is here. `to-confirm`: named, and asked to confirm. */
  readonly you: "safeguard" | "deputy" | "to-confirm" | "nobody";
}
