import { copyFileSync } from "node:fs";
import { multipartOperation } from "./multipart.ts";
import { checksumHeaders, checkWriteConditions, contentHeaders, userMetadata } from "./object-headers.ts";
import { readObject } from "./read-object.ts";
import { receiveBody } from "./receive-body.ts";
import { noSuchBucket, noSuchKey, S3Error } from "./s3-error.ts";
import { header, type S3Request, sendEmpty, sendXml } from "./s3-request.ts";
import { namespace } from "./xml.ts";

const objectParameters = /^(response-.*|x-id|x-amz-.*)$/i;

export async function objectOperation(request: S3Request): Promise<void> {
  const { method, query, bucket, key, store, response } = request;
  if (!store.hasBucket(bucket)) throw noSuchBucket();
  if (Buffer.byteLength(key) > 1024) throw new S3Error(400, "KeyTooLongError");
  if (query.has("uploads") || query.has("uploadId")) return multipartOperation(request);
  const unknown = [...query.keys()].find((name) => !objectParameters.test(name));
  if (unknown) throw new S3Error(501, "NotImplemented", `The embedded S3 does not know ?${unknown}`);

  switch (method) {
    case "GET":
    case "HEAD":
      return readObject(request);
    case "PUT":
      return header(request, "x-amz-copy-source") ? copyObject(request) : putObject(request);
    case "DELETE":
      store.delete(bucket, key);
      return sendEmpty(response, 204);
    default:
      throw new S3Error(405, "MethodNotAllowed");
  }
}

async function putObject(request: S3Request): Promise<void> {
  const { bucket, key, store, response } = request;
  checkWriteConditions(request);
  const { checksums, ...body } = await receiveBody(request);
  try {
    // Again, in the same turn as the commit: another upload may have ended while this one came in.
    checkWriteConditions(request);
  } catch (error) {
    store.discard(body.file);
    throw error;
  }
  const details = { headers: contentHeaders(request), metadata: userMetadata(request), checksums };
  store.commit({ bucket, key, ...body, ...details }, "ObjectCreated:Put");
  sendEmpty(response, 200, { etag: `"${body.etag}"`, ...checksumHeaders(checksums) });
}

function copyObject(request: S3Request): void {
  const { bucket, key, store, response } = request;
  const [sourceBucket = "", ...sourcePath] = decodeURIComponent(header(request, "x-amz-copy-source") ?? "")
    .replace(/^\//, "")
    .split("/");
  const source = store.find(sourceBucket, sourcePath.join("/"));
  if (!source) throw noSuchKey();
  const replaces = header(request, "x-amz-metadata-directive") === "REPLACE";
  if (source.bucket === bucket && source.key === key && !replaces) {
    throw new S3Error(400, "InvalidRequest", "An object can't be copied to itself without changing its metadata.");
  }
  const { file, path } = store.newBody();
  copyFileSync(store.pathOf(source.file), path);
  const details = replaces ? { headers: contentHeaders(request), metadata: userMetadata(request) } : {};
  const copy = store.commit({ ...source, ...details, bucket, key, file }, "ObjectCreated:Copy");
  const modified = new Date(copy.modifiedMs).toISOString();
  sendXml(
    response,
    `<CopyObjectResult ${namespace}><ETag>&quot;${copy.etag}&quot;</ETag><LastModified>${modified}</LastModified></CopyObjectResult>`,
  );
}
