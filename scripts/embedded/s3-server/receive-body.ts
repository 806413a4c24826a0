import { createHash } from "node:crypto";
import { createWriteStream, readFileSync } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AwsChunkedDecoder } from "./aws-chunked.ts";
import { checksumNames, startChecksum } from "./checksums.ts";
import type { StoredBody } from "./object-store.ts";
import { S3Error } from "./s3-error.ts";
import { header, type S3Request } from "./s3-request.ts";

export interface ReceivedBody extends StoredBody {
  readonly checksums: Readonly<Record<string, string>>;
}

/** Streams a body to a file and verifies every length, digest and checksum that the request names. */
export async function receiveBody(request: S3Request): Promise<ReceivedBody> {
  const { file, path } = request.store.newBody();
  const decoder = isFramed(request) ? new AwsChunkedDecoder() : undefined;
  const digests = startDigests(request);
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, callback) {
      digests.update(chunk);
      const tooLarge = digests.sizeBytes() > request.limits.maxPutBytes;
      callback(tooLarge ? new S3Error(400, "EntityTooLarge") : null, chunk);
    },
  });
  try {
    const target = createWriteStream(path, { flags: "wx" });
    await (decoder ? pipeline(request.incoming, decoder, meter, target) : pipeline(request.incoming, meter, target));
    return { file, ...digests.verify(decoder?.trailers ?? {}) };
  } catch (error) {
    request.store.discard(file);
    throw error;
  }
}

/** The text of a small XML body. */
export async function readText(request: S3Request): Promise<string> {
  const { file } = await receiveBody(request);
  const text = readFileSync(request.store.pathOf(file), "utf8");
  request.store.discard(file);
  return text;
}

function isFramed(request: S3Request): boolean {
  const encoding = header(request, "content-encoding") ?? "";
  return encoding.includes("aws-chunked") || request.payloadHash.startsWith("STREAMING-");
}

function startDigests(request: S3Request) {
  const promised = (header(request, "x-amz-trailer") ?? "").toLowerCase();
  const named = checksumNames.filter(
    (name) => header(request, `x-amz-checksum-${name}`) || promised.includes(`x-amz-checksum-${name}`),
  );
  const checksums = named.map((name) => ({ name, running: startChecksum(name) }));
  const md5 = createHash("md5");
  const sha256 = /^[0-9a-f]{64}$/.test(request.payloadHash) ? createHash("sha256") : undefined;
  let sizeBytes = 0;

  return {
    sizeBytes: () => sizeBytes,
    update(chunk: Buffer) {
      sizeBytes += chunk.length;
      md5.update(chunk);
      sha256?.update(chunk);
      for (const { running } of checksums) running.update(chunk);
    },
    verify(trailers: Record<string, string>): Omit<ReceivedBody, "file"> {
      const promisedLength = header(request, "x-amz-decoded-content-length");
      if (promisedLength !== undefined && Number(promisedLength) !== sizeBytes) {
        throw new S3Error(400, "IncompleteBody", "You did not provide the number of bytes specified by the header");
      }
      if (sha256 && sha256.digest("hex") !== request.payloadHash) throw new S3Error(400, "XAmzContentSHA256Mismatch");
      const digest = md5.digest();
      const contentMd5 = header(request, "content-md5");
      if (contentMd5 && contentMd5 !== digest.toString("base64"))
        throw new S3Error(400, "BadDigest", "Content-MD5 differs");
      const actual: Record<string, string> = {};
      for (const { name, running } of checksums) {
        const value = running.digest();
        const expected = header(request, `x-amz-checksum-${name}`) ?? trailers[`x-amz-checksum-${name}`];
        if (expected && expected !== value) {
          throw new S3Error(
            400,
            "BadDigest",
            `The ${name.toUpperCase()} you specified did not match the calculated checksum.`,
          );
        }
        actual[name] = value;
      }
      return { sizeBytes, etag: digest.toString("hex"), checksums: actual };
    },
  };
}
