import { createSchema, CustomAttributeType, Entity } from "electrodb";
import type { TableHandle } from "../kernel/index.ts";
import { reviewDecisions, reviewDesks, reviewReasons, type StoredReviewItem } from "./review-schema.ts";

const schema = createSchema({
  model: { entity: "reviewitem", version: "1", service: "safety" },
  attributes: {
    schoolId: { type: "string", required: true },
    itemId: { type: "string", required: true },
    reason: { type: reviewReasons, required: true },
    desk: { type: reviewDesks, required: true },
    studentId: { type: "string", required: true },
    classroomId: { type: "string", required: true },
    pupilName: { type: "string", required: true },
    grade: { type: "number", required: true },
    atMs: { type: "number", required: true, padding: { length: 15, char: "0" } },
    conversationId: { type: "string", required: true },
    exchangeId: { type: "string", required: true },
    question: { type: "string", required: true },
    answer: { type: "string", required: true },
    card: { type: "string" },
    comment: { type: "string" },
    categories: { type: "list", items: { type: "string" }, required: true },
    sources: { type: CustomAttributeType<StoredReviewItem["sources"]>("any"), required: true },
    decision: { type: reviewDecisions },
    decidedBy: { type: "string" },
    decidedAtMs: { type: "number" },
    ttl: { type: "number", required: true },
  },
  indexes: {
    byId: {
      pk: { field: "pk", composite: ["schoolId"], casing: "none" },
      sk: { field: "sk", composite: ["itemId"], casing: "none" },
    },
    bySchool: {
      index: "gsi1",
      pk: { field: "gsi1pk", composite: ["schoolId", "desk"], casing: "none" },
      sk: { field: "gsi1sk", composite: ["atMs", "itemId"], casing: "none" },
    },
    byDesk: {
      index: "gsi2",
      pk: { field: "gsi2pk", composite: ["desk"], casing: "none" },
      sk: { field: "gsi2sk", composite: ["atMs", "itemId"], casing: "none" },
    },
  },
});

export function reviewItemEntity(table: TableHandle) {
  return new Entity(schema, { client: table.client, table: table.name });
}
