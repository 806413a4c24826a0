import { createSchema, CustomAttributeType, Entity } from "electrodb";
import type { TableHandle } from "../kernel/index.ts";
import type { FlagRule } from "./schema.ts";

/** One record a flag, all under one key: the whole document is one query. */
const schema = createSchema({
  model: { entity: "feature-flag", version: "1", service: "flag" },
  attributes: {
    name: { type: "string", required: true },
    rule: { type: CustomAttributeType<FlagRule>("any"), required: true },
    reason: { type: "string", required: true },
    changedBy: { type: "string", required: true },
    changedAtMs: { type: "number", required: true },
    /** Grows by one a change. */
    revision: { type: "number", required: true },
  },
  indexes: {
    all: {
      pk: { field: "pk", composite: [], casing: "none" },
      sk: { field: "sk", composite: ["name"], casing: "none" },
    },
  },
});

export function featureFlagEntity(table: TableHandle) {
  return new Entity(schema, { client: table.client, table: table.name });
}
