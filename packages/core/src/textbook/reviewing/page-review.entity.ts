import { createSchema, Entity } from "electrodb";
import type { TableHandle } from "../../kernel/index.ts";

/** One record a page that somebody corrected or checked; all of a book lie under its key. */
const schema = createSchema({
  model: { entity: "page-review", version: "1", service: "textbook" },
  attributes: {
    textbookId: { type: "string", required: true },
    pdfPage: { type: "number", required: true, padding: { length: 5, char: "0" } },
    version: { type: "number", required: true },
    state: { type: ["open", "approved"] as const, required: true },
    sourceHash: { type: "string", required: true },
    /** Passages, pending work and lost corrections as JSON: read and written together, some 20 KB a page. */
    content: { type: "string", required: true },
    /** Set while a change has work left to do outside the table. */
    isUnfinished: { type: "boolean" },
    updatedAtMs: { type: "number", required: true },
  },
  indexes: {
    byPage: {
      pk: { field: "pk", composite: ["textbookId"], casing: "none" },
      sk: { field: "sk", composite: ["pdfPage"], casing: "none" },
    },
    unfinished: {
      index: "gsi1",
      // One partition, nearly always empty.
      condition: (attributes) => attributes["isUnfinished"] === true,
      pk: { field: "gsi1pk", composite: [], casing: "none" },
      sk: { field: "gsi1sk", composite: ["updatedAtMs", "textbookId", "pdfPage"], casing: "none" },
    },
  },
});

export function pageReviewEntity(table: TableHandle) {
  return new Entity(schema, { client: table.client, table: table.name });
}
