import { createSchema, Entity } from "electrodb";
import type { TableHandle } from "../kernel/index.ts";

/** Looks at one part on one day, counted. */
const schema = createSchema({
  model: { entity: "part-day", version: "1", service: "health" },
  attributes: {
    day: { type: "string", required: true },
    part: { type: "string", required: true },
    up: { type: "number" },
    down: { type: "number" },
    /** The last look that was counted, so that a repeated one is not. */
    lastAtMs: { type: "number" },
    ttl: { type: "number" },
  },
  indexes: {
    all: {
      pk: { field: "pk", composite: [], casing: "none" },
      sk: { field: "sk", composite: ["day", "part"], casing: "none" },
    },
  },
});

export function partDayEntity(table: TableHandle) {
  return new Entity(schema, { client: table.client, table: table.name });
}
