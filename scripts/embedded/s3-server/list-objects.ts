import type { StoredObject } from "./object-store.ts";
import { S3Error } from "./s3-error.ts";
import { type S3Request, sendXml } from "./s3-request.ts";
import { encodeRfc3986 } from "./signature.ts";
import { escapeXml, namespace } from "./xml.ts";

/** Sorts after every key that starts with the text before it. */
const lastCharacter = "\u{10FFFF}";
const maxKeysPerPage = 1000;

/** ListObjectsV2. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export function listObjects({ bucket, query, store, response }: S3Request): void {
  if (query.get("list-type") !== "2") throw new S3Error(501, "NotImplemented", "Use ListObjectsV2");
  const prefix = query.get("prefix") ?? "";
  const delimiter = query.get("delimiter") ?? "";
  const token = query.get("continuation-token");
  const limit = Math.min(Number(query.get("max-keys") ?? maxKeysPerPage), maxKeysPerPage);
  const start = token ? Buffer.from(token, "base64url").toString() : (query.get("start-after") ?? "");
  const listed = collect((after) => store.list(bucket, after, prefix, maxKeysPerPage), {
    prefix,
    delimiter,
    start,
    limit,
  });

  const encode =
    query.get("encoding-type") === "url"
      ? (text: string) => encodeRfc3986(text).replaceAll("%2F", "/")
      : (text: string) => escapeXml(text);
  sendXml(
    response,
    [
      `<ListBucketResult ${namespace}><Name>${bucket}</Name><Prefix>${encode(prefix)}</Prefix>`,
      delimiter && `<Delimiter>${encode(delimiter)}</Delimiter>`,
      `<MaxKeys>${limit}</MaxKeys><KeyCount>${listed.objects.length + listed.prefixes.length}</KeyCount>`,
      `<IsTruncated>${listed.next !== undefined}</IsTruncated>`,
      listed.next === undefined
        ? ""
        : `<NextContinuationToken>${Buffer.from(listed.next).toString("base64url")}</NextContinuationToken>`,
      ...listed.objects.map((object) => contentsXml(object, encode)),
      ...listed.prefixes.map((common) => `<CommonPrefixes><Prefix>${encode(common)}</Prefix></CommonPrefixes>`),
      "</ListBucketResult>",
    ].join(""),
  );
}

interface Listed {
  readonly objects: StoredObject[];
  readonly prefixes: string[];
  /** Where the next page starts, if there is one. */
  readonly next: string | undefined;
}

function collect(
  readAfter: (after: string) => StoredObject[],
  options: { prefix: string; delimiter: string; start: string; limit: number },
): Listed {
  const { prefix, delimiter, limit } = options;
  const objects: StoredObject[] = [];
  const prefixes: string[] = [];
  if (limit === 0) return { objects, prefixes, next: undefined };
  let after = options.start;
  for (let rows = readAfter(after); rows.length > 0; rows = readAfter(after)) {
    for (const object of rows) {
      if (!object.key.startsWith(prefix)) return { objects, prefixes, next: undefined };
      if (objects.length + prefixes.length >= limit) return { objects, prefixes, next: after };
      const end = delimiter ? object.key.indexOf(delimiter, prefix.length) : -1;
      if (end >= 0) {
        const common = object.key.slice(0, end + delimiter.length);
        prefixes.push(common);
        after = common + lastCharacter;
        break; // The rows at hand may be inside the folder: read on after it.
      }
      objects.push(object);
      after = object.key;
    }
  }
  return { objects, prefixes, next: undefined };
}

function contentsXml(object: StoredObject, encode: (text: string) => string): string {
  const modified = new Date(object.modifiedMs).toISOString();
  return (
    `<Contents><Key>${encode(object.key)}</Key><LastModified>${modified}</LastModified>` +
    `<ETag>&quot;${object.etag}&quot;</ETag><Size>${object.sizeBytes}</Size><StorageClass>STANDARD</StorageClass></Contents>`
  );
}
