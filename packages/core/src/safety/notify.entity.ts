import { createSchema, Entity } from "electrodb";
import type { TableHandle } from "../kernel/index.ts";
import { flagSeverities } from "./flag-schema.ts";
import { noticeKinds } from "./notice-schema.ts";

const schema = createSchema({
  model: { entity: "notification", version: "1", service: "safety" },
  attributes: {
    tenant: { type: "string", required: true },
    staffId: { type: "string", required: true },
    noticeId: { type: "string", required: true },
    kind: { type: noticeKinds, required: true },
    severity: { type: flagSeverities, required: true },
    schoolId: { type: "string", required: true },
    flagId: { type: "string", required: true },
    atMs: { type: "number", required: true, padding: { length: 15, char: "0" } },
    dueAtMs: { type: "number", required: true },
    reading: { type: ["unread", "read"] as const, required: true },
    ttl: { type: "number", required: true },
  },
  indexes: {
    byReader: {
      pk: { field: "pk", composite: ["tenant", "staffId"], casing: "none" },
      sk: { field: "sk", composite: ["noticeId"], casing: "none" },
    },
    newestFirst: {
      index: "gsi1",
      pk: { field: "gsi1pk", composite: ["tenant", "staffId"], casing: "none" },
      sk: { field: "gsi1sk", composite: ["atMs", "noticeId"], casing: "none" },
    },
    unread: {
      index: "gsi2",
      pk: { field: "gsi2pk", composite: ["tenant", "staffId", "reading"], casing: "none" },
      sk: { field: "gsi2sk", composite: ["noticeId"], casing: "none" },
    },
  },
});

export function notificationEntity(table: TableHandle) {
  return new Entity(schema, { client: table.client, table: table.name });
}
