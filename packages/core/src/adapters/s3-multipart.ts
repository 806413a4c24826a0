import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  S3ServiceException,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { ArrivedPart, PartUploads } from "../textbook/ports.ts";
import { openS3 } from "./s3-client.ts";
import { reached } from "./s3-outage.ts";

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

/** An upload that was completed, given up or never begun reads as undefined. */
async function unlessGone<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof S3ServiceException && error.name === "NoSuchUpload") return undefined;
    throw error;
  }
}
