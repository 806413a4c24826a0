import { createSchema, Entity } from "electrodb";
import type { TableHandle } from "../kernel/index.ts";
import { aimagCodes } from "./aimags.ts";

const schema = createSchema({
  model: { entity: "school", version: "1", service: "school" },
  attributes: {
    schoolId: { type: "string", required: true },
    name: { type: "string", required: true },
    aimag: { type: aimagCodes, required: true },
    soum: { type: "string", required: true },
    createdAtMs: { type: "number", required: true },
    /** Who cares for flags; absent until the school names somebody. */
    safeguard: {
      type: "map",
      properties: {
        staffId: { type: "string", required: true },
        deputyId: { type: "string" },
        /** Absent until that person has confirmed: pupils can't chat before. */
        confirmedAtMs: { type: "number" },
        /** Named to follow a confirmed person, and not confirmed yet. */
        nomineeId: { type: "string" },
        awayUntilMs: { type: "number" },
      },
    },
  },
  indexes: {
    byId: {
      pk: { field: "pk", composite: ["schoolId"], casing: "none" },
      sk: { field: "sk", composite: [], casing: "none" },
    },
  },
});

export function schoolEntity(table: TableHandle) {
  return new Entity(schema, { client: table.client, table: table.name });
}
