import { happened, type StudentId, type TableHandle } from "../kernel/index.ts";
import type { PupilKey, SavedStanding, StandingStore } from "./ports.ts";
import { createStandingEntity } from "./standing.entity.ts";

/** Standings in the single table. */
export function createStandingStore(table: TableHandle): StandingStore {
  const entity = createStandingEntity(table);
  const bare = ({ schoolId, studentId }: PupilKey) => ({ schoolId, studentId });
  return {
    async get(key) {
      const { data } = await entity.get(bare(key)).go({ consistent: true });
      return data ? toSaved(data) : undefined;
    },

    async list({ schoolId, studentIds }) {
      if (studentIds.length === 0) return new Map();
      const { data, unprocessed } = await entity
        .get(studentIds.map((studentId) => ({ schoolId, studentId })))
        .go({ consistent: true });
      if (unprocessed.length > 0) throw new Error(`${unprocessed.length} standings were not read`);
      return new Map(data.map((item) => [item.studentId as StudentId, toSaved(item)]));
    },

    replace: ({ key, standing, formerVersion }) =>
      happened(
        entity
          .put({ ...bare(key), ...standing })
          .where(({ version }, { eq, notExists }) =>
            formerVersion === undefined ? notExists(version) : eq(version, formerVersion),
          )
          .go({ response: "none" }),
      ),
  };
}

type Item = SavedStanding & { readonly schoolId: string; readonly studentId: string };

function toSaved({ schoolId: _school, studentId: _student, ...standing }: Item): SavedStanding {
  return standing;
}
