import { happened, type StaffId, type TableHandle } from "../kernel/index.ts";
import { featureFlagEntity } from "./feature-flag.entity.ts";
import type { FeatureFlagStore } from "./ports.ts";

/** Feature flags in the single table. */
export function createFeatureFlagStore(table: TableHandle): FeatureFlagStore {
  const flags = featureFlagEntity(table);
  return {
    async list() {
      const { data } = await flags.query.all({}).go({ pages: "all", consistent: true });
      return {
        items: data.map(({ revision, changedBy, ...flag }) => ({
          ...flag,
          changedBy: changedBy as StaffId,
          version: revision,
        })),
      };
    },

    async replace({ version, ...flag }) {
      return happened(
        flags
          .put({ ...flag, revision: version })
          .where(({ revision }, { notExists, eq }) => (version === 1 ? notExists(revision) : eq(revision, version - 1)))
          .go({ response: "none" }),
      );
    },
  };
}
