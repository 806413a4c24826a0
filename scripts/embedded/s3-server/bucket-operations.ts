import { listObjects } from "./list-objects.ts";
import { readText } from "./receive-body.ts";
import { noSuchBucket, S3Error } from "./s3-error.ts";
import { type S3Request, sendEmpty, sendXml } from "./s3-request.ts";
import { allTags, escapeXml, firstTag, namespace } from "./xml.ts";

const listingParameters = new Set([
  "list-type",
  "prefix",
  "delimiter",
  "max-keys",
  "continuation-token",
  "start-after",
  "encoding-type",
  "fetch-owner",
  "x-id",
]);

export function listBuckets({ store, response }: S3Request): void {
  const buckets = store
    .buckets()
    .map(({ name, createdMs }) => `<Bucket><Name>${name}</Name>${creationDate(createdMs)}</Bucket>`);
  sendXml(
    response,
    `<ListAllMyBucketsResult ${namespace}><Buckets>${buckets.join("")}</Buckets></ListAllMyBucketsResult>`,
  );
}

const creationDate = (timeMs: number) => `<CreationDate>${new Date(timeMs).toISOString()}</CreationDate>`;

export async function bucketOperation(request: S3Request): Promise<void> {
  const { method, query, bucket, store, response } = request;
  const requireBucket = () => {
    if (!store.hasBucket(bucket)) throw noSuchBucket();
  };
  if (method === "POST" && query.has("delete")) {
    requireBucket();
    return deleteObjects(request);
  }
  if (method === "GET" && query.has("uploads")) {
    requireBucket();
    return listUploads(request);
  }
  // A sub-resource that silently meant "list" or "create" would hide a missing feature.
  const unknown = [...query.keys()].find((name) => !listingParameters.has(name) && !/^x-amz-/i.test(name));
  if (unknown) throw new S3Error(501, "NotImplemented", `The embedded S3 does not know ?${unknown}`);
  if (method === "PUT") return createBucket(request);

  requireBucket();
  switch (method) {
    case "GET":
      return listObjects(request);
    case "HEAD":
      return sendEmpty(response, 200);
    case "DELETE":
      if (store.list(bucket, "", "", 1).length > 0) throw new S3Error(409, "BucketNotEmpty");
      store.deleteBucket(bucket);
      return sendEmpty(response, 204);
    default:
      throw new S3Error(405, "MethodNotAllowed");
  }
}

async function createBucket(request: S3Request): Promise<void> {
  const { bucket, store, response } = request;
  if (!/^(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) throw new S3Error(400, "InvalidBucketName");
  await readText(request);
  if (!store.createBucket(bucket)) throw new S3Error(409, "BucketAlreadyOwnedByYou");
  sendEmpty(response, 200, { location: `/${bucket}` });
}

async function deleteObjects(request: S3Request): Promise<void> {
  const { bucket, store, response } = request;
  const xml = await readText(request);
  const keys = allTags(xml, "Object").map((object) => firstTag(object, "Key") ?? "");
  if (keys.length > 1000) throw new S3Error(400, "MalformedXML");
  for (const key of keys) store.delete(bucket, key);
  const quiet = firstTag(xml, "Quiet") === "true";
  const deleted = quiet ? [] : keys.map((key) => `<Deleted><Key>${escapeXml(key)}</Key></Deleted>`);
  sendXml(response, `<DeleteResult ${namespace}>${deleted.join("")}</DeleteResult>`);
}

function listUploads({ bucket, uploads, response }: S3Request): void {
  const items = uploads.inBucket(bucket).map(({ id, key, createdMs }) => {
    const initiated = `<Initiated>${new Date(createdMs).toISOString()}</Initiated>`;
    return `<Upload><Key>${escapeXml(key)}</Key><UploadId>${id}</UploadId>${initiated}</Upload>`;
  });
  sendXml(
    response,
    `<ListMultipartUploadsResult ${namespace}><Bucket>${bucket}</Bucket><IsTruncated>false</IsTruncated>${items.join("")}</ListMultipartUploadsResult>`,
  );
}
