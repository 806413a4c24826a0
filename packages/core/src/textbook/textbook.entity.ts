import { createSchema, Entity } from "electrodb";
import type { TableHandle } from "../kernel/index.ts";
import { ingestionFailures, subjects, textbookStates } from "./schema.ts";

/** National: no tenant in the keys. `gsi1` holds the whole catalogue, by grade and subject. */
const schema = createSchema({
  model: { entity: "textbook", version: "1", service: "textbook" },
  attributes: {
    textbookId: { type: "string", required: true },
    title: { type: "string", required: true },
    subject: { type: subjects, required: true },
    grade: { type: "number", required: true, padding: { length: 2, char: "0" } },
    year: { type: "number", required: true },
    edition: { type: "number", required: true },
    language: { type: "string", required: true },
    licence: { type: "string", required: true },
    publisher: { type: "string", required: true },
    /** Absent in books that were added before it was asked: they are required. */
    required: { type: "boolean" },
    replaces: { type: "string" },
    replacedBy: { type: "string" },
    sample: { type: "boolean", required: true },
    state: { type: textbookStates, required: true },
    jobId: { type: "string" },
    failure: { type: ingestionFailures },
    pageCount: { type: "number" },
    sourceHash: { type: "string" },
    /** Pages read by the job under way, in any order; emptied when it ends. */
    pagesRead: { type: "set", items: "number" },
    pagesDone: { type: "number", required: true },
    /** Until when a step that builds the passages keeps others from doing the same. */
    buildUntilMs: { type: "number" },
    /** How often the sweeper has set this job going again. */
    restarts: { type: "number" },
    /** Set when the book's removal began. */
    removedAtMs: { type: "number" },
    createdAtMs: { type: "number", required: true },
    updatedAtMs: { type: "number", required: true },
  },
  indexes: {
    byId: {
      pk: { field: "pk", composite: ["textbookId"], casing: "none" },
      sk: { field: "sk", composite: [], casing: "none" },
    },
    catalogue: {
      index: "gsi1",
      // One partition: a few hundred books in all, read in one query.
      pk: { field: "gsi1pk", composite: [], casing: "none" },
      sk: { field: "gsi1sk", composite: ["grade", "subject", "textbookId"], casing: "none" },
    },
  },
});

export function textbookEntity(table: TableHandle) {
  return new Entity(schema, { client: table.client, table: table.name });
}
