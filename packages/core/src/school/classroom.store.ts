import { Service } from "electrodb";
import { isBadCursor } from "../account/index.ts";
import {
  type ClassroomId,
  DomainError,
  type Grade,
  type SchoolId,
  type StaffId,
  type TableHandle,
  ttlSeconds,
} from "../kernel/index.ts";
import { classNameKey } from "./class-name.ts";
import { classCodeEntity, classNameEntity, classroomEntity, codeMissEntity } from "./classroom.entity.ts";
import type { ClassroomKey, ClassroomStore, StoredClassroom } from "./ports.ts";

const pageSize = 50;
const minuteMs = 60_000;

/** Classes in the single table, with the records that keep codes and names unique. */
export function createClassroomStore(table: TableHandle): ClassroomStore {
  const classrooms = classroomEntity(table);
  const codes = classCodeEntity(table);
  const names = classNameEntity(table);
  const codeMisses = codeMissEntity(table);
  const together = new Service({ classrooms, codes, names });

  return {
    async create(classroom) {
      const { teacherIds, ...facts } = classroom;
      const { schoolId, classroomId, schoolYear, code } = facts;
      const nameKey = classNameKey(classroom.name);
      const { canceled, data } = await together.transaction
        .write((entities) => [
          entities.names.create({ schoolId, schoolYear, nameKey, classroomId }).commit(),
          entities.codes.create({ code, schoolId, classroomId }).commit(),
          entities.classrooms
            .create({ ...facts, ...(teacherIds.length > 0 ? { teacherIds: [...teacherIds] } : {}) })
            .commit(),
        ])
        .go();
      if (!canceled) return "created";
      if (data[0].rejected) return "name-taken";
      if (data[1].rejected) return "code-taken";
      throw new Error("a classroom could not be written", { cause: data });
    },

    async get({ schoolId, classroomId }) {
      const { data } = await classrooms.get({ schoolId, classroomId }).go({ consistent: true });
      return data ? toStored(data) : undefined;
    },

    async list({ schoolId, teacherId, cursor }) {
      const query = classrooms.query.bySchool({ schoolId });
      // A school has some dozens of classes: one page of the index holds them all, whoever asks.
      const mine = teacherId ? query.where(({ teacherIds }, { contains }) => contains(teacherIds, teacherId)) : query;
      const page = await mine.go({ count: pageSize, cursor: cursor ?? null }).catch((error: unknown) => {
        if (cursor === undefined || !isBadCursor(error)) throw error;
        throw new DomainError("invalid", "school.invalid-cursor", {}, { cause: error });
      });
      return { items: page.data.map(toStored), ...(page.cursor ? { cursor: page.cursor } : {}) };
    },

    async byCode(code) {
      const { data } = await codes.get({ code }).go({ consistent: true });
      return data ? toKey(data) : undefined;
    },

    async renewCode({ schoolId, classroomId, from, to }) {
      const { canceled, data } = await together.transaction
        .write((entities) => [
          entities.codes.create({ code: to, schoolId, classroomId }).commit(),
          entities.classrooms
            .patch({ schoolId, classroomId })
            .set({ code: to })
            .where(({ code }, { eq }) => eq(code, from))
            .commit(),
          entities.codes.delete({ code: from }).commit(),
        ])
        .go();
      if (!canceled) return "renewed";
      if (data[0].rejected) return "taken";
      if (data[1].rejected) return "stale";
      throw new Error("a class code could not be renewed", { cause: data });
    },

    async countMiss({ origin, minute, max }) {
      const { rejected } = await codeMisses
        .upsert({ origin, minute })
        .add({ count: 1 })
        .set({ ttl: ttlSeconds((minute + 2) * minuteMs) })
        .where(({ count }, { lt, notExists }) => `${notExists(count)} OR ${lt(count, max)}`)
        .go({ response: "none", returnOnConditionCheckFailure: true });
      return !rejected;
    },

    async misses({ origin, minute }) {
      const { data } = await codeMisses.get({ origin, minute }).go();
      return data?.count ?? 0;
    },
  };
}

const toKey = (item: { readonly schoolId: string; readonly classroomId: string }): ClassroomKey => ({
  schoolId: item.schoolId as SchoolId,
  classroomId: item.classroomId as ClassroomId,
});

function toStored(
  item: Omit<StoredClassroom, "schoolId" | "classroomId" | "grade" | "teacherIds"> & {
    schoolId: string;
    classroomId: string;
    grade: number;
    teacherIds?: string[] | undefined;
  },
): StoredClassroom {
  return {
    ...item,
    ...toKey(item),
    grade: item.grade as Grade,
    teacherIds: (item.teacherIds ?? []) as StaffId[],
  };
}
