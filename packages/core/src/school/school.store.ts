import type { SchoolId, TableHandle } from "../kernel/index.ts";
import type { SchoolStore } from "./ports.ts";
import { safeguardWrites, toSafeguard } from "./safeguard-writes.ts";
import { schoolEntity } from "./school.entity.ts";

/** Schools in the single table. */
export function createSchoolStore(table: TableHandle): SchoolStore {
  const schools = schoolEntity(table);
  return {
    async create(school) {
      const { rejected } = await schools.create(school).go({ response: "none", returnOnConditionCheckFailure: true });
      return !rejected;
    },

    async get(schoolId) {
      const { data } = await schools.get({ schoolId }).go({ consistent: true });
      if (!data) return undefined;
      const { safeguard, ...school } = data;
      const named = toSafeguard(safeguard);
      return { ...school, schoolId: data.schoolId as SchoolId, ...(named ? { safeguard: named } : {}) };
    },

    ...safeguardWrites(schools),
  };
}
