import { createReadStream, openSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { bareEtag, checksumHeaders } from "./object-headers.ts";
import type { StoredObject } from "./object-store.ts";
import { noSuchKey, preconditionFailed, S3Error } from "./s3-error.ts";
import { header, type S3Request } from "./s3-request.ts";

/** GetObject and HeadObject, with conditions and one range. */
export async function readObject(request: S3Request): Promise<void> {
  const { method, bucket, key, store, response } = request;
  const object = store.find(bucket, key);
  if (!object) throw noSuchKey();
  const ifMatch = header(request, "if-match");
  if (ifMatch && bareEtag(ifMatch) !== object.etag) throw preconditionFailed();

  const identity = {
    etag: `"${object.etag}"`,
    "last-modified": new Date(object.modifiedMs).toUTCString(),
    "accept-ranges": "bytes",
  };
  if (isUnchanged(request, object)) {
    response.writeHead(304, identity);
    response.end();
    return;
  }

  const range = readRange(header(request, "range"), object.sizeBytes);
  const wantsChecksum = !range && header(request, "x-amz-checksum-mode") === "ENABLED";
  response.writeHead(range ? 206 : 200, {
    ...identity,
    ...object.headers,
    ...Object.fromEntries(Object.entries(object.metadata).map(([name, value]) => [`x-amz-meta-${name}`, value])),
    ...overriddenHeaders(request),
    ...(wantsChecksum ? checksumHeaders(object.checksums) : {}),
    ...(range ? { "content-range": `bytes ${range.first}-${range.last}/${object.sizeBytes}` } : {}),
    "content-length": range ? range.last - range.first + 1 : object.sizeBytes,
  });
  if (method === "HEAD" || object.sizeBytes === 0) {
    response.end();
    return;
  }
  // Opened before anything else can run: an overwrite removes the file while its readers still hold it.
  const fd = openSync(store.pathOf(object.file), "r");
  const { first: start, last: end } = range ?? { first: 0, last: object.sizeBytes - 1 };
  await pipeline(createReadStream("", { fd, start, end }), response);
}

function isUnchanged(request: S3Request, object: StoredObject): boolean {
  const ifNoneMatch = header(request, "if-none-match");
  if (ifNoneMatch) return bareEtag(ifNoneMatch) === object.etag;
  const since = header(request, "if-modified-since");
  return since !== undefined && Math.floor(object.modifiedMs / 1000) * 1000 <= Date.parse(since);
}

/** `response-content-type=…` in the query of a signed address replaces the stored header. */
function overriddenHeaders({ query }: S3Request): Record<string, string> {
  const prefix = "response-";
  const overrides = [...query].filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(overrides.map(([name, value]) => [name.slice(prefix.length), value]));
}

function readRange(value: string | undefined, sizeBytes: number): { first: number; last: number } | undefined {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(value ?? "") ?? [];
  if (!from && !to) return undefined; // S3 answers a range that it can't read with the whole object.
  const first = from ? Number(from) : Math.max(0, sizeBytes - Number(to));
  const last = from && to ? Math.min(Number(to), sizeBytes - 1) : sizeBytes - 1;
  if (first >= sizeBytes || first > last) {
    throw new S3Error(416, "InvalidRange", "The requested range is not satisfiable");
  }
  return { first, last };
}
