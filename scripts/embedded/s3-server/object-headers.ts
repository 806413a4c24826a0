import { preconditionFailed, noSuchKey } from "./s3-error.ts";
import { header, type S3Request } from "./s3-request.ts";

const keptHeaders = ["content-type", "cache-control", "content-disposition", "content-language", "expires"];

/** The headers of an upload that a later download gives back. */
export function contentHeaders(request: S3Request): Record<string, string> {
  const headers: Record<string, string> = { "content-type": "binary/octet-stream" };
  for (const name of keptHeaders) {
    const value = header(request, name);
    if (value) headers[name] = value;
  }
  const encodings = (header(request, "content-encoding") ?? "").split(",").map((part) => part.trim());
  const encoding = encodings.filter((part) => part && part !== "aws-chunked").join(",");
  return encoding ? { ...headers, "content-encoding": encoding } : headers;
}

/** User metadata, `x-amz-meta-*`, without its prefix. */
export function userMetadata(request: S3Request): Record<string, string> {
  const metadata: Record<string, string> = {};
  const prefix = "x-amz-meta-";
  const inQuery = request.presigned ? [...request.query] : [];
  for (const [name, value] of [...inQuery, ...Object.entries(request.incoming.headers)]) {
    if (name.toLowerCase().startsWith(prefix)) metadata[name.slice(prefix.length).toLowerCase()] = String(value);
  }
  return metadata;
}

export function checksumHeaders(checksums: Readonly<Record<string, string>>): Record<string, string> {
  const headers = Object.entries(checksums).map(([name, value]) => [`x-amz-checksum-${name}`, value]);
  if (headers.length > 0) headers.push(["x-amz-checksum-type", "FULL_OBJECT"]);
  return Object.fromEntries(headers) as Record<string, string>;
}

/** An ETag as the store keeps it: no quotes, no weakness. */
export const bareEtag = (etag: string): string => etag.replaceAll('"', "").replace(/^W\//, "");

/** @throws S3Error 412, or 404 for an If-Match on a missing object */
export function checkWriteConditions(request: S3Request): void {
  const current = request.store.find(request.bucket, request.key);
  if (header(request, "if-none-match") === "*" && current) throw preconditionFailed();
  const ifMatch = header(request, "if-match");
  if (!ifMatch) return;
  if (!current) throw noSuchKey();
  if (bareEtag(ifMatch) !== current.etag) throw preconditionFailed();
}
