import { createSchema, CustomAttributeType, Entity } from "electrodb";
import type { TableHandle } from "../kernel/index.ts";
import type { AuditEntry } from "./ports.ts";

const schema = createSchema({
  model: { entity: "audit", version: "1", service: "account" },
  attributes: {
    eventId: { type: "string", required: true },
    tenant: { type: "string", required: true },
    day: { type: "string", required: true },
    atMs: { type: "number", required: true },
    accountId: { type: "string", required: true },
    role: { type: "string", required: true },
    action: { type: "string", required: true },
    subject: { type: "string", required: true },
    details: { type: CustomAttributeType<AuditEntry["details"]>("any"), required: true },
    ttl: { type: "number", required: true },
  },
  indexes: {
    byDay: {
      pk: { field: "pk", composite: ["tenant", "day"], casing: "none" },
      sk: { field: "sk", composite: ["eventId"], casing: "none" },
    },
    byAccount: {
      index: "gsi1",
      pk: { field: "gsi1pk", composite: ["tenant", "accountId"], casing: "none" },
      sk: { field: "gsi1sk", composite: ["eventId"], casing: "none" },
    },
  },
});

export function auditEntity(table: TableHandle) {
  return new Entity(schema, { client: table.client, table: table.name });
}
