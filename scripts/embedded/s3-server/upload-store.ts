import { randomUUID } from "node:crypto";
import { detailsText, type ObjectDetails, type ObjectStore, type StoredBody } from "./object-store.ts";

export interface Upload {
  readonly id: string;
  readonly bucket: string;
  readonly key: string;
  readonly createdMs: number;
  readonly details: ObjectDetails;
}

export interface Part extends StoredBody {
  readonly number: number;
}

/** The unfinished multipart uploads of a store. */
export class UploadStore {
  private readonly store: ObjectStore;

  constructor(store: ObjectStore) {
    this.store = store;
  }

  create(bucket: string, key: string, details: ObjectDetails): string {
    const id = randomUUID();
    const insert = this.store.db.prepare("INSERT INTO uploads VALUES (?, ?, ?, ?, ?)");
    insert.run(id, bucket, key, Date.now(), detailsText(details));
    return id;
  }

  find(id: string, bucket: string, key: string): Upload | undefined {
    return this.inBucket(bucket).find((upload) => upload.id === id && upload.key === key);
  }

  inBucket(bucket: string): Upload[] {
    const rows = this.store.db.prepare("SELECT * FROM uploads WHERE bucket = ? ORDER BY key, created").all(bucket);
    return rows.map((row) => ({
      id: String(row["id"]),
      bucket,
      key: String(row["key"]),
      createdMs: Number(row["created"]),
      details: JSON.parse(String(row["details"])) as ObjectDetails,
    }));
  }

  parts(uploadId: string): Part[] {
    const rows = this.store.db.prepare("SELECT * FROM parts WHERE upload = ? ORDER BY number").all(uploadId);
    return rows.map((row) => ({
      number: Number(row["number"]),
      file: String(row["file"]),
      sizeBytes: Number(row["size"]),
      etag: String(row["etag"]),
    }));
  }

  putPart(uploadId: string, { number, file, sizeBytes, etag }: Part): void {
    const replaced = this.parts(uploadId).find((part) => part.number === number);
    const insert = this.store.db.prepare("INSERT OR REPLACE INTO parts VALUES (?, ?, ?, ?, ?)");
    insert.run(uploadId, number, file, sizeBytes, etag);
    if (replaced) this.store.discard(replaced.file);
  }

  drop(uploadId: string): void {
    const parts = this.parts(uploadId);
    this.store.transaction(() => {
      this.store.db.prepare("DELETE FROM uploads WHERE id = ?").run(uploadId);
      this.store.db.prepare("DELETE FROM parts WHERE upload = ?").run(uploadId);
    });
    for (const part of parts) this.store.discard(part.file);
  }
}
