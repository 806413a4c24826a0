import { createSchema, Entity } from "electrodb";
import type { TableHandle } from "../../kernel/index.ts";

/** An upload under way; forgotten by itself about when S3 forgets its parts. `gsi1` holds them all, oldest first. */
const schema = createSchema({
  model: { entity: "textbookupload", version: "1", service: "textbook" },
  attributes: {
    textbookId: { type: "string", required: true },
    uploadId: { type: "string", required: true },
    fileName: { type: "string", required: true },
    sizeBytes: { type: "number", required: true },
    fileHash: { type: "string" },
    partBytes: { type: "number", required: true },
    createdAtMs: { type: "number", required: true },
    ttl: { type: "number", required: true },
  },
  indexes: {
    byTextbook: {
      pk: { field: "pk", composite: ["textbookId"], casing: "none" },
      sk: { field: "sk", composite: [], casing: "none" },
    },
    pending: {
      index: "gsi1",
      // One partition: a handful of administrators, a handful of files.
      pk: { field: "gsi1pk", composite: [], casing: "none" },
      sk: { field: "gsi1sk", composite: ["createdAtMs", "textbookId"], casing: "none" },
    },
  },
});

export function uploadEntity(table: TableHandle) {
  return new Entity(schema, { client: table.client, table: table.name });
}
