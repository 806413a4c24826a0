import { createSchema, Entity } from "electrodb";
import type { TableHandle } from "../kernel/index.ts";

/** Whether AI answers: one record a school, and one for the whole product. Absent means on. */
const schema = createSchema({
  model: { entity: "ai-switch", version: "1", service: "school" },
  attributes: {
    /** A school's id, or `everywhere`. */
    scope: { type: "string", required: true },
    on: { type: "boolean", required: true },
    reason: { type: "string", required: true },
    changedBy: { type: "string", required: true },
    changedAtMs: { type: "number", required: true },
  },
  indexes: {
    byScope: {
      pk: { field: "pk", composite: ["scope"], casing: "none" },
      sk: { field: "sk", composite: [], casing: "none" },
    },
  },
});

export function aiSwitchEntity(table: TableHandle) {
  return new Entity(schema, { client: table.client, table: table.name });
}
