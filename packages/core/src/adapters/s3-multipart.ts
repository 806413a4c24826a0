import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  S3ServiceException,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { DomainError } from "../kernel/index.ts";
import type { ArrivedPart, PartUploads } from "../textbook/ports.ts";
import { openS3 } from "./s3-client.ts";

/** Files of one bucket that arrive in parts. Parts of uploads that nobody completes are the bucket's lifecycle rule's. */
export function createS3Multipart(options: { readonly bucket: string }): PartUploads {
  const client = openS3();
  const Bucket = options.bucket;
  return {
    async begin({ key, contentType }) {
      const command = new CreateMultipartUploadCommand({ Bucket, Key: key, ContentType: contentType });
      const { UploadId } = await reached(client.send(command));
      if (UploadId === undefined) throw new Error("S3 began an upload and did not name it");
      return UploadId;
    },

    async presignPart({ key, uploadId, partNumber, expiresInS }) {
      const command = new UploadPartCommand({ Bucket, Key: key, UploadId: uploadId, PartNumber: partNumber });
      return getSignedUrl(client, command, { expiresIn: expiresInS });
    },

    async list({ key, uploadId }) {
      const parts: ArrivedPart[] = [];
      let PartNumberMarker: string | undefined;
      do {
        const command = new ListPartsCommand({
          Bucket,
          Key: key,
          UploadId: uploadId,
          ...(PartNumberMarker && { PartNumberMarker }),
        });
        const page = await unlessGone(reached(client.send(command)));
        if (page === undefined) return undefined;
        for (const { PartNumber = 0, ETag = "", Size = 0 } of page.Parts ?? []) {
          parts.push({ partNumber: PartNumber, etag: ETag, sizeBytes: Size });
        }
        PartNumberMarker = page.IsTruncated ? page.NextPartNumberMarker : undefined;
      } while (PartNumberMarker !== undefined);
      return parts;
    },

    async complete({ key, uploadId, parts }) {
      const Parts = parts.map(({ partNumber, etag }) => ({ PartNumber: partNumber, ETag: etag }));
      const MultipartUpload = { Parts: Parts.toSorted((one, other) => one.PartNumber - other.PartNumber) };
      const command = new CompleteMultipartUploadCommand({ Bucket, Key: key, UploadId: uploadId, MultipartUpload });
      return (await unlessGone(reached(client.send(command)))) !== undefined;
    },

    async abort({ key, uploadId }) {
      const command = new AbortMultipartUploadCommand({ Bucket, Key: key, UploadId: uploadId });
      await unlessGone(reached(client.send(command)));
    },
  };
}

/** S3 that can't be reached is an outage with a name; S3 that answers with a refusal is a bug of ours and stays one. */
async function reached<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const isOutage =
      error instanceof S3ServiceException ? (error.$metadata.httpStatusCode ?? 500) >= 500 : isNetworkError(error);
    if (!isOutage) throw error;
    throw new DomainError("unavailable", "textbook.storage-down", {}, { cause: error });
  }
}

function isNetworkError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  return error.name === "TimeoutError" || (typeof code === "string" && /^E[A-Z_]+$/.test(code));
}

/** An upload that was completed, given up or never begun reads as undefined. */
async function unlessGone<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof S3ServiceException && error.name === "NoSuchUpload") return undefined;
    throw error;
  }
}
