import { createSchema, CustomAttributeType, Entity } from "electrodb";
import type { Actor, TableHandle } from "../kernel/index.ts";

const schema = createSchema({
  model: { entity: "session", version: "1", service: "account" },
  attributes: {
    tokenHash: { type: "string", required: true },
    sessionId: { type: "string", required: true },
    tenant: { type: "string", required: true },
    accountId: { type: "string", required: true },
    actor: { type: CustomAttributeType<Actor>("any"), required: true },
    label: { type: "string", required: true },
    createdAtMs: { type: "number", required: true },
    seenAtMs: { type: "number", required: true },
    expiresAtMs: { type: "number", required: true },
    ttl: { type: "number", required: true },
  },
  indexes: {
    // A request knows nothing but the token, so this one key can't start with the tenant.
    byToken: {
      pk: { field: "pk", composite: ["tokenHash"], casing: "none" },
      sk: { field: "sk", composite: [], casing: "none" },
    },
    byAccount: {
      index: "gsi1",
      pk: { field: "gsi1pk", composite: ["tenant", "accountId"], casing: "none" },
      sk: { field: "gsi1sk", composite: ["sessionId"], casing: "none" },
    },
  },
});

export function sessionEntity(table: TableHandle) {
  return new Entity(schema, { client: table.client, table: table.name });
}
