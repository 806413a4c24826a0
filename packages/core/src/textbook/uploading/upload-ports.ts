import type { TextbookId } from "../../kernel/index.ts";

/** One part of a file that has arrived, as the store knows it. */
export interface ArrivedPart {
  /** 1-based. */
  readonly partNumber: number;
  readonly etag: string;
  readonly sizeBytes: number;
}

/**
 * Files that arrive in parts (S3 multipart upload), so that a lost connection costs one part. Every method throws
 * `DomainError("unavailable", "textbook.storage-down")` when S3 can't be reached.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html
 */
export interface PartUploads {
  /** Begins an upload and answers its id. */
  begin(input: { readonly key: string; readonly contentType: string }): Promise<string>;
  /** Signed address for one PUT of one part, valid `expiresInS` seconds. */
  presignPart(input: {
    readonly key: string;
    readonly uploadId: string;
    readonly partNumber: number;
    readonly expiresInS: number;
  }): Promise<string>;
  /** The parts that are there, by number; undefined when there is no such upload (any more). */
  list(input: { readonly key: string; readonly uploadId: string }): Promise<readonly ArrivedPart[] | undefined>;
  /** Makes the file of its parts. False when there is no such upload (any more). */
  complete(input: {
    readonly key: string;
    readonly uploadId: string;
    readonly parts: readonly ArrivedPart[];
  }): Promise<boolean>;
  /** Gives the upload and its parts up; none is no error. */
  abort(input: { readonly key: string; readonly uploadId: string }): Promise<void>;
}

/** An upload under way, so that it can go on after a lost connection, from any browser. */
export interface SavedUpload {
  readonly textbookId: TextbookId;
  readonly uploadId: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  /** SHA-256 of the whole file, hex, where the browser could tell it. */
  readonly fileHash?: string;
  readonly partBytes: number;
  readonly createdAtMs: number;
}

/** At most one upload a textbook. */
export interface UploadStore {
  get(textbookId: TextbookId): Promise<SavedUpload | undefined>;
  /** Puts the upload in the place of `formerUploadId` (none: of nothing). False when another one stands there. */
  replace(upload: SavedUpload, formerUploadId: string | undefined): Promise<boolean>;
  remove(textbookId: TextbookId): Promise<void>;
  /** Uploads under way, oldest first; at most `limit`. */
  list(limit: number): Promise<readonly SavedUpload[]>;
}

/** What taking files in needs, beside the textbooks themselves. */
export interface UploadPorts {
  readonly uploadParts: PartUploads;
  readonly pendingUploads: UploadStore;
}
