import { createSchema, Entity } from "electrodb";
import type { TableHandle } from "../kernel/index.ts";
import { staffRoles } from "./schema.ts";

const schema = createSchema({
  model: { entity: "staff", version: "1", service: "account" },
  attributes: {
    subject: { type: "string", required: true },
    tenant: { type: "string", required: true },
    staffId: { type: "string", required: true },
    role: { type: staffRoles, required: true },
    name: { type: "string", required: true },
    email: { type: "string", required: true },
    disabled: { type: "boolean", required: true },
    createdAtMs: { type: "number", required: true },
  },
  indexes: {
    // Sign-in knows the subject only; as the primary key it also makes one record per person certain.
    bySubject: {
      pk: { field: "pk", composite: ["subject"], casing: "none" },
      sk: { field: "sk", composite: [], casing: "none" },
    },
    byTenant: {
      index: "gsi1",
      pk: { field: "gsi1pk", composite: ["tenant"], casing: "none" },
      sk: { field: "gsi1sk", composite: ["staffId"], casing: "none" },
    },
  },
});

export function staffEntity(table: TableHandle) {
  return new Entity(schema, { client: table.client, table: table.name });
}
