import type { EntityItem } from "electrodb";
import { happened, type TableHandle, type TextbookId, ttlSeconds } from "../../kernel/index.ts";
import { uploadEntity } from "./upload.entity.ts";
import type { SavedUpload, UploadStore } from "./upload-ports.ts";

/** As long as S3 keeps the parts of an upload that was never completed (lifecycle rule of the bucket). */
const keptMs = 7 * 24 * 3_600_000;

/** Uploads under way in the single table. */
export function createUploadStore(table: TableHandle): UploadStore {
  const entity = uploadEntity(table);
  return {
    async get(textbookId) {
      const { data } = await entity.get({ textbookId }).go({ consistent: true });
      return data ? toSavedUpload(data) : undefined;
    },

    replace: (upload, formerUploadId) =>
      happened(
        entity
          .put({ ...upload, ttl: ttlSeconds(upload.createdAtMs + keptMs) })
          .where(({ uploadId }, { eq, notExists }) =>
            formerUploadId === undefined ? notExists(uploadId) : eq(uploadId, formerUploadId),
          )
          .go(),
      ),

    async remove(textbookId) {
      await entity.delete({ textbookId }).go();
    },

    async list(limit) {
      const { data } = await entity.query.pending({}).go({ limit });
      return data.map(toSavedUpload);
    },
  };
}

function toSavedUpload(record: EntityItem<ReturnType<typeof uploadEntity>>): SavedUpload {
  const { ttl: _ttl, fileHash, ...rest } = record;
  return {
    ...rest,
    textbookId: record.textbookId as TextbookId,
    ...(fileHash === undefined ? {} : { fileHash }),
  };
}
