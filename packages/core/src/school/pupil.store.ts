import { Service } from "electrodb";
import type { ClassroomId, SchoolId, StudentId, TableHandle } from "../kernel/index.ts";
import { DomainError } from "../kernel/index.ts";
import { classroomEntity } from "./classroom.entity.ts";
import { lockEndsAt, maxMisses, maxTries } from "./pins/pin-lock.ts";
import type { PupilKey, PupilStore, StoredPupil } from "./ports.ts";
import { pupilEntity } from "./pupil.entity.ts";

/** Pupils in the single table: one partition a class. */
export function createPupilStore(table: TableHandle): PupilStore {
  const pupils = pupilEntity(table);
  const together = new Service({ pupils, classrooms: classroomEntity(table) });

  return {
    async list({ schoolId, classroomId }) {
      const { data } = await pupils.query
        .byClassroom({ schoolId, classroomId })
        .where(({ withdrawnAtMs }, { notExists }) => notExists(withdrawnAtMs))
        .go({ pages: "all", consistent: true });
      return data.map(toStored);
    },

    async get(key) {
      const { data } = await pupils.get(keyOf(key)).go({ consistent: true });
      return data && data.withdrawnAtMs === undefined ? toStored(data) : undefined;
    },

    async enrol({ classroom, rosterVersion, pupils: added, maxPupils }) {
      const { schoolId, classroomId } = classroom;
      const { canceled, data } = await together.transaction
        .write((entities) => [
          entities.classrooms
            .patch({ schoolId, classroomId })
            .add({ pupilCount: added.length, rosterVersion: 1 })
            .where(
              (attributes, { eq, lte }) =>
                `${eq(attributes.rosterVersion, rosterVersion)} AND ${lte(attributes.pupilCount, maxPupils - added.length)}`,
            )
            .commit(),
          ...added.map((pupil) => entities.pupils.create({ ...pupil }).commit()),
        ])
        .go();
      if (!canceled) return "enrolled";
      if (data[0]?.rejected) return "roster-changed";
      throw new Error("pupils could not be written", { cause: data });
    },

    async setPin({ pinHash, ...key }) {
      const { rejected } = await pupils
        .patch(keyOf(key))
        .set({ pinHash, tries: 0, locks: 0, misses: 0 })
        .add({ pinVersion: 1 })
        .where(({ withdrawnAtMs }, { notExists }) => notExists(withdrawnAtMs))
        .go({ response: "none", returnOnConditionCheckFailure: true });
      return !rejected;
    },

    async withdraw({ nowMs, ...key }) {
      const { schoolId, classroomId } = key;
      const { canceled, data } = await together.transaction
        .write((entities) => [
          entities.pupils
            .patch(keyOf(key))
            // No PIN fits an empty hash.
            .set({ withdrawnAtMs: nowMs, pinHash: "" })
            .add({ pinVersion: 1 })
            .where(({ withdrawnAtMs }, { notExists }) => notExists(withdrawnAtMs))
            .commit(),
          entities.classrooms
            .patch({ schoolId, classroomId })
            .add({ rosterVersion: 1 })
            .subtract({ pupilCount: 1 })
            .commit(),
        ])
        .go();
      if (!canceled) return "withdrawn";
      if (data[0].rejected) {
        const { data: pupil } = await pupils.get(keyOf(key)).go({ consistent: true });
        if (!pupil) return "no-pupil";
        if (pupil.withdrawnAtMs !== undefined) return "withdrawn-before";
      }
      throw new Error("a pupil could not be withdrawn", { cause: data });
    },

    async takeTry({ nowMs, ...key }) {
      // Each round trip either ends or finds that a racing attempt moved on; five of those at once don't happen twice.
      for (let round = 0; round < maxTries; round += 1) {
        const inRow = await pupils
          .patch(keyOf(key))
          .add({ tries: 1, misses: 1 })
          .set({ lastTryAtMs: nowMs })
          .where(
            ({ tries, misses, withdrawnAtMs }, { lt, notExists }) =>
              `${lt(tries, maxTries)} AND (${notExists(misses)} OR ${lt(misses, maxMisses)}) AND ${notExists(withdrawnAtMs)}`,
          )
          .go({ response: "all_new", returnOnConditionCheckFailure: "all_old" });
        if (!inRow.rejected) return taken(inRow.data);

        const before = inRow.data;
        if (!before || before.withdrawnAtMs !== undefined) return { kind: "no-pupil" };
        if ((before.misses ?? 0) >= maxMisses) return { kind: "needs-new-pin" };
        const untilMs = lockEndsAt(before) ?? 0;
        if (untilMs > nowMs) return { kind: "locked", untilMs };

        // The same lock as was read: racing attempts may have begun, and used up, the tries after it.
        const afterLock = await pupils
          .patch(keyOf(key))
          .set({ tries: 1, lastTryAtMs: nowMs, locks: before.locks + 1 })
          .add({ misses: 1 })
          .where(
            ({ tries, locks, misses, withdrawnAtMs }, { gte, eq, lt, notExists }) =>
              `${gte(tries, maxTries)} AND ${eq(locks, before.locks)} AND (${notExists(misses)} OR ${lt(misses, maxMisses)}) AND ${notExists(withdrawnAtMs)}`,
          )
          .go({ response: "all_new", returnOnConditionCheckFailure: true });
        if (!afterLock.rejected) return taken(afterLock.data);
      }
      throw new DomainError("unavailable", "school.busy");
    },

    async clearTries({ pinVersion, ...key }) {
      const { rejected } = await pupils
        .patch(keyOf(key))
        .set({ tries: 0, locks: 0 })
        .subtract({ misses: 1 })
        .where((attributes, { eq }) => eq(attributes.pinVersion, pinVersion))
        .go({ response: "none", returnOnConditionCheckFailure: true });
      return !rejected;
    },
  };
}

const keyOf = ({ schoolId, classroomId, studentId }: PupilKey) => ({ schoolId, classroomId, studentId });

type Item = Omit<StoredPupil, "schoolId" | "classroomId" | "studentId" | "misses"> & {
  schoolId: string;
  classroomId: string;
  studentId: string;
  misses?: number | undefined;
  withdrawnAtMs?: number | undefined;
};

function taken(item: Item) {
  return { kind: "taken" as const, pupil: toStored(item), triesLeft: maxTries - item.tries };
}

function toStored({ withdrawnAtMs: _withdrawn, ...item }: Item): StoredPupil {
  return {
    ...item,
    schoolId: item.schoolId as SchoolId,
    classroomId: item.classroomId as ClassroomId,
    studentId: item.studentId as StudentId,
    misses: item.misses ?? 0,
  };
}
