import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { DomainError } from "../kernel/index.ts";
import type { FileStore } from "../textbook/ports.ts";
import { openS3 } from "./s3-client.ts";
import { reached } from "./s3-outage.ts";

/** Files of one bucket. The endpoint comes from the SDK's own settings (`AWS_ENDPOINT_URL_S3`). */
export function createS3FileStore(options: { readonly bucket: string }): FileStore {
  const client = openS3();
  const Bucket = options.bucket;
  return {
    async presignPut({ key, contentType, expiresInS }) {
      const command = new PutObjectCommand({ Bucket, Key: key, ContentType: contentType });
      // Signing the type stops an upload of, say, a page of HTML under an address that expects a PDF.
      return getSignedUrl(client, command, { expiresIn: expiresInS, signableHeaders: new Set(["content-type"]) });
    },
    async presignGet({ key, expiresInS }) {
      return getSignedUrl(client, new GetObjectCommand({ Bucket, Key: key }), { expiresIn: expiresInS });
    },
    async put({ key, body, contentType }) {
      await reached(client.send(new PutObjectCommand({ Bucket, Key: key, Body: body, ContentType: contentType })));
    },
    async get({ key, maxBytes }) {
      return (await read(client, { Bucket, Key: key }, maxBytes))?.body;
    },
    async getVersioned({ key, maxBytes }) {
      return read(client, { Bucket, Key: key }, maxBytes);
    },
    async replace({ key, version, body, contentType }) {
      const command = new PutObjectCommand({
        Bucket,
        Key: key,
        Body: body,
        ContentType: contentType,
        IfMatch: version,
      });
      return unlessOvertaken(reached(client.send(command)));
    },
    async head(key) {
      const answer = await orMissing(reached(client.send(new HeadObjectCommand({ Bucket, Key: key }))));
      return answer && { sizeBytes: answer.ContentLength ?? 0 };
    },
    async deletePrefix(prefix) {
      await reached(deletePrefix(client, Bucket, prefix));
    },
  };
}

async function read(
  client: S3Client,
  at: { readonly Bucket: string; readonly Key: string },
  maxBytes: number,
): Promise<{ readonly body: Uint8Array; readonly version: string } | undefined> {
  const answer = await orMissing(reached(client.send(new GetObjectCommand(at))));
  if (answer?.Body === undefined) return undefined;
  if ((answer.ContentLength ?? 0) > maxBytes) {
    // Unread, the body would hold its connection open.
    (answer.Body as { destroy?: () => void }).destroy?.();
    throw new DomainError("too-large", "textbook.file-too-large", { maxBytes });
  }
  return { body: await reached(answer.Body.transformToByteArray()), version: answer.ETag ?? "" };
}

/**
 * A conditional write that came too late: 412, or 409 for one that ran beside it, or 404 where the object is gone.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
async function unlessOvertaken(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
    if (status === 412 || status === 409 || status === 404) return false;
    throw error;
  }
}

async function deletePrefix(client: S3Client, Bucket: string, Prefix: string): Promise<void> {
  let ContinuationToken: string | undefined;
  do {
    const listed = await client.send(
      new ListObjectsV2Command({ Bucket, Prefix, ...(ContinuationToken && { ContinuationToken }) }),
    );
    const Objects = (listed.Contents ?? []).map(({ Key }) => ({ Key }));
    if (Objects.length > 0) {
      const deleted = await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }));
      const refused = deleted.Errors?.[0];
      if (refused) throw new Error(`S3 did not delete ${refused.Key}: ${refused.Code}`);
    }
    ContinuationToken = listed.IsTruncated ? listed.NextContinuationToken : undefined;
  } while (ContinuationToken !== undefined);
}

/** No such key reads as undefined. HEAD has no body, so its refusal is known by status alone. */
async function orMissing<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return undefined;
    throw error;
  }
}
