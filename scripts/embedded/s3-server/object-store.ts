import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, rm, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type SQLOutputValue } from "node:sqlite";

export interface StoredBody {
  /** Name of the file that holds the bytes. */
  readonly file: string;
  readonly sizeBytes: number;
  /** Without quotes. */
  readonly etag: string;
}

export interface ObjectDetails {
  readonly headers: Readonly<Record<string, string>>;
  readonly metadata: Readonly<Record<string, string>>;
  readonly checksums: Readonly<Record<string, string>>;
}

export interface StoredObject extends StoredBody, ObjectDetails {
  readonly bucket: string;
  readonly key: string;
  readonly modifiedMs: number;
}

export interface ObjectChange {
  readonly eventName: string;
  readonly bucket: string;
  readonly key: string;
  readonly sizeBytes: number;
  readonly etag: string;
  readonly timeMs: number;
}

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS buckets (name TEXT PRIMARY KEY, created INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS objects (
    bucket TEXT, key TEXT, file TEXT NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL, modified INTEGER NOT NULL,
    details TEXT NOT NULL, PRIMARY KEY (bucket, key)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS uploads (
    id TEXT PRIMARY KEY, bucket TEXT NOT NULL, key TEXT NOT NULL, created INTEGER NOT NULL, details TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS parts (
    upload TEXT, number INTEGER, file TEXT NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL,
    PRIMARY KEY (upload, number)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS changes (id INTEGER PRIMARY KEY AUTOINCREMENT, change TEXT NOT NULL);
`;

/**
 * Bodies are files with random names; everything else is one SQLite file. A body is complete on disk before the row that
 * names it is committed, and the change to announce is committed with the row: kill -9 at any moment loses neither.
 */
export class ObjectStore {
  readonly db: DatabaseSync;
  private readonly bodies: string;

  constructor(dir: string) {
    this.bodies = join(dir, "bodies");
    mkdirSync(this.bodies, { recursive: true });
    this.db = new DatabaseSync(join(dir, "index.db"));
    this.db.exec(schema);
    this.sweepOrphans();
  }

  /** A place for a new body; nothing refers to it until it is committed. */
  newBody(): { file: string; path: string } {
    const file = randomUUID();
    return { file, path: this.pathOf(file) };
  }

  pathOf(file: string): string {
    return join(this.bodies, file);
  }

  discard(file: string): void {
    rm(this.pathOf(file), { force: true }, () => undefined);
  }

  createBucket(name: string): boolean {
    const insert = this.db.prepare("INSERT OR IGNORE INTO buckets VALUES (?, ?)");
    return insert.run(name, Date.now()).changes > 0;
  }

  hasBucket(name: string): boolean {
    return this.db.prepare("SELECT 1 FROM buckets WHERE name = ?").get(name) !== undefined;
  }

  deleteBucket(name: string): void {
    this.db.prepare("DELETE FROM buckets WHERE name = ?").run(name);
  }

  buckets(): { name: string; createdMs: number }[] {
    const rows = this.db.prepare("SELECT name, created FROM buckets ORDER BY name").all();
    return rows.map((row) => ({ name: String(row["name"]), createdMs: Number(row["created"]) }));
  }

  find(bucket: string, key: string): StoredObject | undefined {
    const row = this.db.prepare("SELECT * FROM objects WHERE bucket = ? AND key = ?").get(bucket, key);
    return row && toObject(row);
  }

  /** Objects after `after` and not before `prefix`, in the order of their bytes. */
  list(bucket: string, after: string, prefix: string, limit: number): StoredObject[] {
    const select = "SELECT * FROM objects WHERE bucket = ? AND key > ? AND key >= ? ORDER BY key LIMIT ?";
    return this.db.prepare(select).all(bucket, after, prefix, limit).map(toObject);
  }

  /** Makes a body readable under its key, and notes the change for whoever listens. */
  commit(object: Omit<StoredObject, "modifiedMs">, eventName: string): StoredObject {
    const { bucket, key, file, sizeBytes, etag } = object;
    const timeMs = Date.now();
    const replaced = this.find(bucket, key);
    this.transaction(() => {
      this.db
        .prepare("INSERT OR REPLACE INTO objects VALUES (?, ?, ?, ?, ?, ?, ?)")
        .run(bucket, key, file, sizeBytes, etag, timeMs, detailsText(object));
      this.noteChange({ eventName, bucket, key, sizeBytes, etag, timeMs });
    });
    if (replaced) this.discard(replaced.file);
    return { ...object, modifiedMs: timeMs };
  }

  /** Deleting what is not there is fine, as on S3. */
  delete(bucket: string, key: string): void {
    const object = this.find(bucket, key);
    if (!object) return;
    this.transaction(() => {
      this.db.prepare("DELETE FROM objects WHERE bucket = ? AND key = ?").run(bucket, key);
      const eventName = "ObjectRemoved:Delete";
      this.noteChange({ eventName, bucket, key, sizeBytes: 0, etag: object.etag, timeMs: Date.now() });
    });
    this.discard(object.file);
  }

  /** The oldest change that was not announced yet. */
  nextChange(): { id: number; change: ObjectChange } | undefined {
    const row = this.db.prepare("SELECT id, change FROM changes ORDER BY id LIMIT 1").get();
    return row && { id: Number(row["id"]), change: JSON.parse(String(row["change"])) as ObjectChange };
  }

  forgetChange(id: number): void {
    this.db.prepare("DELETE FROM changes WHERE id = ?").run(id);
  }

  transaction(work: () => void): void {
    this.db.exec("BEGIN IMMEDIATE");
    try {
      work();
      this.db.exec("COMMIT");
    } catch (error) {
      this.db.exec("ROLLBACK");
      throw error;
    }
  }

  close(): void {
    this.db.close();
  }

  private noteChange(change: ObjectChange): void {
    this.db.prepare("INSERT INTO changes (change) VALUES (?)").run(JSON.stringify(change));
  }

  /** Files that no row names: bodies whose upload was cut off, by the client or by the end of the process. */
  private sweepOrphans(): void {
    const rows = this.db.prepare("SELECT file FROM objects UNION ALL SELECT file FROM parts").all();
    const named = new Set(rows.map((row) => String(row["file"])));
    for (const file of readdirSync(this.bodies)) {
      if (!named.has(file)) rmSync(this.pathOf(file), { force: true });
    }
  }
}

function toObject(row: Record<string, SQLOutputValue>): StoredObject {
  return {
    bucket: String(row["bucket"]),
    key: String(row["key"]),
    file: String(row["file"]),
    sizeBytes: Number(row["size"]),
    etag: String(row["etag"]),
    modifiedMs: Number(row["modified"]),
    ...(JSON.parse(String(row["details"])) as ObjectDetails),
  };
}

export function detailsText({ headers, metadata, checksums }: ObjectDetails): string {
  return JSON.stringify({ headers, metadata, checksums });
}
