import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { bareEtag, checksumHeaders, checkWriteConditions, contentHeaders, userMetadata } from "./object-headers.ts";
import { readText, receiveBody } from "./receive-body.ts";
import { S3Error } from "./s3-error.ts";
import { header, type S3Request, sendEmpty, sendXml } from "./s3-request.ts";
import type { Part, Upload } from "./upload-store.ts";
import { allTags, escapeXml, firstTag, namespace } from "./xml.ts";

/** CreateMultipartUpload, UploadPart, ListParts, CompleteMultipartUpload and AbortMultipartUpload. */
export async function multipartOperation(request: S3Request): Promise<void> {
  const { method, query, bucket, key, uploads, response } = request;
  if (query.has("uploads")) {
    if (method !== "POST") throw new S3Error(405, "MethodNotAllowed");
    const details = { headers: contentHeaders(request), metadata: userMetadata(request), checksums: {} };
    const id = uploads.create(bucket, key, details);
    return sendXml(response, resultXml("InitiateMultipartUploadResult", request, `<UploadId>${id}</UploadId>`));
  }
  const upload = uploads.find(query.get("uploadId") ?? "", bucket, key);
  if (!upload) throw new S3Error(404, "NoSuchUpload");
  switch (method) {
    case "PUT":
      return uploadPart(request, upload);
    case "GET":
      return listParts(request, upload);
    case "POST":
      return complete(request, upload);
    case "DELETE":
      uploads.drop(upload.id);
      return sendEmpty(response, 204);
    default:
      throw new S3Error(405, "MethodNotAllowed");
  }
}

async function uploadPart(request: S3Request, upload: Upload): Promise<void> {
  const number = Number(request.query.get("partNumber"));
  if (!(number >= 1 && number <= 10_000)) throw new S3Error(400, "InvalidArgument");
  if (header(request, "x-amz-copy-source")) {
    throw new S3Error(501, "NotImplemented", "The embedded S3 does not know UploadPartCopy");
  }
  const { checksums, ...body } = await receiveBody(request);
  request.uploads.putPart(upload.id, { number, ...body });
  sendEmpty(request.response, 200, { etag: `"${body.etag}"`, ...checksumHeaders(checksums) });
}

function listParts(request: S3Request, upload: Upload): void {
  const parts = request.uploads.parts(upload.id).map(({ number, etag, sizeBytes }) => {
    const content = `<PartNumber>${number}</PartNumber><ETag>&quot;${etag}&quot;</ETag><Size>${sizeBytes}</Size>`;
    return `<Part>${content}</Part>`;
  });
  const body = `<UploadId>${upload.id}</UploadId><IsTruncated>false</IsTruncated>${parts.join("")}`;
  sendXml(request.response, resultXml("ListPartsResult", request, body));
}

async function complete(request: S3Request, upload: Upload): Promise<void> {
  const { bucket, key, store, uploads, response } = request;
  const parts = chosenParts(request, upload, await readText(request));
  checkWriteConditions(request);
  const { file, path } = store.newBody();
  await pipeline(async function* () {
    for (const part of parts) yield* createReadStream(store.pathOf(part.file));
  }, createWriteStream(path));
  try {
    checkWriteConditions(request);
  } catch (error) {
    store.discard(file);
    throw error;
  }

  const digests = Buffer.concat(parts.map((part) => Buffer.from(part.etag, "hex")));
  const etag = `${createHash("md5").update(digests).digest("hex")}-${parts.length}`;
  const sizeBytes = parts.reduce((sum, part) => sum + part.sizeBytes, 0);
  const eventName = "ObjectCreated:CompleteMultipartUpload";
  store.commit({ bucket, key, file, sizeBytes, etag, ...upload.details }, eventName);
  uploads.drop(upload.id);
  sendXml(response, resultXml("CompleteMultipartUploadResult", request, `<ETag>&quot;${etag}&quot;</ETag>`));
}

function chosenParts(request: S3Request, upload: Upload, xml: string): Part[] {
  const received = request.uploads.parts(upload.id);
  const wanted = allTags(xml, "Part").map((part) => ({
    number: Number(firstTag(part, "PartNumber")),
    etag: bareEtag(firstTag(part, "ETag") ?? ""),
  }));
  if (wanted.length === 0) throw new S3Error(400, "MalformedXML");
  const isOrdered = wanted.every(({ number }, index) => number > (wanted[index - 1]?.number ?? 0));
  if (!isOrdered) throw new S3Error(400, "InvalidPartOrder");
  return wanted.map(({ number, etag }, index) => {
    const part = received.find((candidate) => candidate.number === number && candidate.etag === etag);
    if (!part) throw new S3Error(400, "InvalidPart");
    const isLast = index === wanted.length - 1;
    if (!isLast && part.sizeBytes < request.limits.minPartBytes) {
      throw new S3Error(400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
    }
    return part;
  });
}

function resultXml(name: string, { bucket, key }: S3Request, body: string): string {
  return `<${name} ${namespace}><Bucket>${bucket}</Bucket><Key>${escapeXml(key)}</Key>${body}</${name}>`;
}
