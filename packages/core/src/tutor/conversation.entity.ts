import { Entity } from "electrodb";
import type { TableHandle } from "../kernel/index.ts";

/**
 * A pupil's conversation. `gsi1` lists them newest first; a deleted one keeps its key (until `ttl`) and leaves the list,
 * so that a late retry of its question can't bring it back.
 */
export const createConversationEntity = (table: TableHandle) =>
  new Entity(
    {
      model: { entity: "conversation", version: "1", service: "tutor" },
      attributes: {
        schoolId: { type: "string", required: true },
        studentId: { type: "string", required: true },
        conversationId: { type: "string", required: true },
        title: { type: "string" },
        lastAskedAtMs: { type: "number", padding: { length: 15, char: "0" } },
        exchangeCount: { type: "number" },
        searchTexts: { type: "list", items: { type: "string" } },
        deletedAtMs: { type: "number" },
        ttl: { type: "number" },
      },
      indexes: {
        byId: {
          pk: { field: "pk", composite: ["schoolId", "studentId"] },
          sk: { field: "sk", composite: ["conversationId"] },
        },
        newestFirst: {
          index: "gsi1",
          condition: (attributes) => attributes["deletedAtMs"] === undefined,
          pk: { field: "gsi1pk", composite: ["schoolId", "studentId"] },
          sk: { field: "gsi1sk", composite: ["lastAskedAtMs", "conversationId"] },
        },
      },
    },
    { client: table.client, table: table.name },
  );
