import type { StaffId } from "../kernel/index.ts";
import type { SchoolStore, StoredSafeguard } from "./ports.ts";
import type { schoolEntity } from "./school.entity.ts";

type Writes = Pick<SchoolStore, "nameSafeguard" | "confirmSafeguard" | "setSafeguardAway">;

const guarded = { response: "none", returnOnConditionCheckFailure: true } as const;

/** Every change of a school's safeguarding person, with its guard inside the write. */
export function safeguardWrites(schools: ReturnType<typeof schoolEntity>): Writes {
  return {
    async nameSafeguard({ schoolId, staffId, deputyId, replaceNow }) {
      // The same person again: their confirmation stands, the deputy may be another, a nominee is dropped.
      const same = await schools
        .patch({ schoolId })
        .data(({ safeguard }, { set, remove }) => {
          if (deputyId === undefined) remove(safeguard.deputyId);
          else set(safeguard.deputyId, deputyId);
          remove(safeguard.nomineeId);
        })
        .where(({ safeguard }, { eq }) => eq(safeguard.staffId, String(staffId)))
        .go(guarded);
      if (!same.rejected) return true;

      if (!replaceNow) {
        const nominated = await schools
          .patch({ schoolId })
          .data(({ safeguard }, { set, remove }) => {
            if (deputyId === undefined) remove(safeguard.deputyId);
            else set(safeguard.deputyId, deputyId);
            set(safeguard.nomineeId, staffId);
          })
          .where(({ safeguard }, { exists }) => exists(safeguard.confirmedAtMs))
          .go(guarded);
        if (!nominated.rejected) return true;
      }
      const named = await schools
        .patch({ schoolId })
        .set({ safeguard: { staffId, ...(deputyId === undefined ? {} : { deputyId }) } })
        .go(guarded);
      return !named.rejected;
    },

    async confirmSafeguard({ schoolId, staffId, atMs }) {
      const first = await schools
        .patch({ schoolId })
        .data(({ safeguard }, { set }) => set(safeguard.confirmedAtMs, atMs))
        .where(
          ({ safeguard }, { eq, notExists }) =>
            `${eq(safeguard.staffId, String(staffId))} AND ${notExists(safeguard.confirmedAtMs)}`,
        )
        .go(guarded);
      if (!first.rejected) return true;
      const successor = await schools
        .patch({ schoolId })
        .data(({ safeguard }, { set, remove }) => {
          set(safeguard.staffId, staffId);
          set(safeguard.confirmedAtMs, atMs);
          remove(safeguard.nomineeId);
          remove(safeguard.awayUntilMs);
        })
        .where(({ safeguard }, { eq }) => eq(safeguard.nomineeId, String(staffId)))
        .go(guarded);
      return !successor.rejected;
    },

    async setSafeguardAway({ schoolId, staffId, untilMs }) {
      const { rejected } = await schools
        .patch({ schoolId })
        .data(({ safeguard }, { set, remove }) => {
          if (untilMs === undefined) remove(safeguard.awayUntilMs);
          else set(safeguard.awayUntilMs, untilMs);
        })
        .where(({ safeguard }, { eq }) => eq(safeguard.staffId, String(staffId)))
        .go(guarded);
      return !rejected;
    },
  };
}

interface SafeguardRecord {
  readonly staffId: string;
  readonly deputyId?: string | undefined;
  readonly confirmedAtMs?: number | undefined;
  readonly nomineeId?: string | undefined;
  readonly awayUntilMs?: number | undefined;
}

/** The record as core reads it; undefined where nobody is named. */
export function toSafeguard(record: SafeguardRecord | undefined): StoredSafeguard | undefined {
  if (record === undefined) return undefined;
  const { staffId, deputyId, confirmedAtMs, nomineeId, awayUntilMs } = record;
  return {
    staffId: staffId as StaffId,
    ...(deputyId === undefined ? {} : { deputyId: deputyId as StaffId }),
    ...(confirmedAtMs === undefined ? {} : { confirmedAtMs }),
    ...(nomineeId === undefined ? {} : { nomineeId: nomineeId as StaffId }),
    ...(awayUntilMs === undefined ? {} : { awayUntilMs }),
  };
}
