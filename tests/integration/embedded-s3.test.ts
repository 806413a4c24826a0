import { createHash, randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  paginateListObjectsV2,
  PutObjectCommand,
  type PutObjectCommandInput,
  PutObjectTaggingCommand,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type S3, startS3 } from "../../scripts/embedded/s3-server/server.ts";
import { temporaryDir } from "../support/stack.ts";

const Bucket = "books";
let server: S3;
let s3: S3Client;

beforeAll(async () => {
  server = await startS3({ dir: temporaryDir(), port: 0, region: "ap-northeast-2", buckets: [Bucket] });
  s3 = createClient("WHEN_REQUIRED");
});

function createClient(requestChecksumCalculation: "WHEN_REQUIRED" | "WHEN_SUPPORTED"): S3Client {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  const address = { endpoint: server.endpoint, region: "ap-northeast-2", forcePathStyle: true };
  return new S3Client({ ...address, credentials, maxAttempts: 1, requestChecksumCalculation });
}

afterAll(() => server.stop());

const put = (
  Key: string,
  Body: NonNullable<PutObjectCommandInput["Body"]>,
  rest: Partial<PutObjectCommandInput> = {},
) => s3.send(new PutObjectCommand({ Bucket, Key, Body, ...rest }));

async function read(Key: string, Range?: string): Promise<Buffer> {
  const object = await s3.send(new GetObjectCommand({ Bucket, Key, ...(Range ? { Range } : {}) }));
  return Buffer.from((await object.Body?.transformToByteArray()) ?? []);
}

async function exists(Key: string): Promise<boolean> {
  return s3.send(new HeadObjectCommand({ Bucket, Key })).then(
    () => true,
    () => false,
  );
}

describe("presigned uploads", () => {
  const sign = (Key: string, rest: { expiresIn?: number; signingDate?: Date } = {}) =>
    getSignedUrl(s3, new PutObjectCommand({ Bucket, Key }), { expiresIn: 60, ...rest });
  const upload = (url: string, headers: Record<string, string> = {}) =>
    fetch(url, { method: "PUT", body: "ном", headers: { origin: "https://ukhaan.example", ...headers } });

  test("a browser on another origin may upload with a signed address", async () => {
    const url = await sign("presigned/дэвтэр 1.pdf");
    const preflight = await fetch(url, { method: "OPTIONS", headers: { origin: "https://ukhaan.example" } });
    expect(preflight.headers.get("access-control-allow-methods")).toContain("PUT");

    const answer = await upload(url);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect((await read("presigned/дэвтэр 1.pdf")).toString()).toBe("ном");
  });

  const anHourAgo = () => new Date(Date.now() - 3_600_000);
  test.each([
    [
      "with a wrong signature",
      async (key: string) => (await sign(key)).replace(/.$/, (last) => (last === "0" ? "1" : "0")),
    ],
    ["for another key", async (key: string) => (await sign(`${key}-other`)).replace(`${key}-other`, key)],
    ["that has expired", async (key: string) => sign(key, { signingDate: anHourAgo() })],
    [
      "whose life was prolonged",
      async (key: string) => {
        const url = await sign(key, { signingDate: anHourAgo() });
        return url.replace("X-Amz-Expires=60", "X-Amz-Expires=86400");
      },
    ],
    ["without its signature", async (key: string) => (await sign(key)).split("?")[0] ?? ""],
  ])("an address %s is refused and nothing is stored", async (name, address) => {
    const key = `refused/${name.replaceAll(" ", "-")}`;
    const answer = await upload(await address(key));
    expect(answer.status).toBe(403);
    expect(await exists(key)).toBe(false);
  });

  test("its holder can't add metadata that was not signed", async () => {
    const answer = await upload(await sign("refused/metadata"), { "x-amz-meta-role": "admin" });
    expect(answer.status).toBe(403);
    expect(await exists("refused/metadata")).toBe(false);
  });
});

describe("downloads", () => {
  const bytes = randomBytes(100_000);
  beforeAll(() => put("range.bin", bytes));

  test.each([
    ["bytes=10-19", 10, 20],
    ["bytes=99990-", 99_990, 100_000],
    ["bytes=-5", 99_995, 100_000],
    ["bytes=99990-200000", 99_990, 100_000],
    ["bytes=0-0", 0, 1],
  ])("range %s", async (range, start, end) => {
    expect((await read("range.bin", range)).equals(bytes.subarray(start, end))).toBe(true);
  });

  test("a range outside the object is refused", async () => {
    await expect(read("range.bin", "bytes=100000-")).rejects.toMatchObject({ $metadata: { httpStatusCode: 416 } });
  });

  test("an object that is replaced while it is read arrives whole", async () => {
    const before = randomBytes(3_000_000);
    await put("replaced.bin", before);
    const object = await s3.send(new GetObjectCommand({ Bucket, Key: "replaced.bin" }));
    await put("replaced.bin", "new");
    expect(Buffer.from((await object.Body?.transformToByteArray()) ?? []).equals(before)).toBe(true);
  });
});

describe("uploads", () => {
  test("a stream in frames with a trailing checksum is stored without its frames", async () => {
    const bytes = randomBytes(300_000);
    const Body = Readable.from([bytes.subarray(0, 70_001), bytes.subarray(70_001)]);
    const framed = { Bucket, Key: "framed.bin", Body, ContentLength: bytes.length, ContentEncoding: "gzip" };
    await createClient("WHEN_SUPPORTED").send(new PutObjectCommand(framed));
    const object = await s3.send(new GetObjectCommand({ Bucket, Key: "framed.bin" }));
    expect(object.ContentEncoding).toBe("gzip");
    expect(Buffer.from((await object.Body?.transformToByteArray()) ?? []).equals(bytes)).toBe(true);
  });

  test.each(["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256"] as const)(
    "checksum %s is verified",
    async (algorithm) => {
      const field = `Checksum${algorithm}` as const;
      const Key = `checked-${algorithm}`;
      const stored = await put(Key, "123456789", { ChecksumAlgorithm: algorithm });
      // Check values of these polynomials for "123456789": https://reveng.sourceforge.io/crc-catalogue/all.htm
      const known = { CRC32: "cbf43926", CRC32C: "e3069283", CRC64NVME: "ae8b14860a799888", SHA1: "", SHA256: "" }[
        algorithm
      ];
      const expected = known || createHash(algorithm.toLowerCase()).update("123456789").digest("hex");
      expect(Buffer.from(stored[field] ?? "", "base64").toString("hex")).toBe(expected);

      const wrong = { [field]: Buffer.alloc(Buffer.from(expected, "hex").length).toString("base64") };
      await expect(put(Key, "changed", wrong)).rejects.toMatchObject({ name: "BadDigest" });
      expect((await read(Key)).toString()).toBe("123456789");
    },
  );

  test("of many that must not overwrite, one wins", async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 12 }, (_value, index) => put("once", `writer ${index}`, { IfNoneMatch: "*" })),
    );
    expect(tries.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    await expect(put("once", "late", { IfMatch: '"0123"' })).rejects.toMatchObject({
      $metadata: { httpStatusCode: 412 },
    });
  });

  test("a large file in parts", async () => {
    const parts = [randomBytes(5 * 2 ** 20), randomBytes(1000)];
    const Key = "parts.bin";
    const { UploadId } = await s3.send(
      new CreateMultipartUploadCommand({ Bucket, Key, ContentType: "application/pdf" }),
    );
    const Parts = await Promise.all(
      parts.map(async (Body, index) => {
        const part = { Bucket, Key, UploadId, PartNumber: index + 1, Body };
        return { PartNumber: index + 1, ETag: (await s3.send(new UploadPartCommand(part))).ETag };
      }),
    );
    const finish = (chosen: typeof Parts) =>
      s3.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts: chosen } }));
    await expect(finish(Parts.toReversed())).rejects.toMatchObject({ name: "InvalidPartOrder" });
    await finish(Parts);
    expect((await read(Key)).equals(Buffer.concat(parts))).toBe(true);
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key }));
    expect([head.ContentType, head.ETag?.endsWith('-2"')]).toEqual(["application/pdf", true]);
  });

  test("what it does not know is refused, not pretended", async () => {
    await put("tagged", "body");
    const tagging = { Bucket, Key: "tagged", Tagging: { TagSet: [{ Key: "a", Value: "b" }] } };
    await expect(s3.send(new PutObjectTaggingCommand(tagging))).rejects.toMatchObject({ name: "NotImplemented" });
    expect((await read("tagged")).toString()).toBe("body");
  });
});

describe("listing", () => {
  const keys = [
    "a.txt",
    "b/1",
    "b/2",
    "b/3",
    "c d+e.txt",
    "q'(1)&=?.txt",
    "z%.txt",
    "Үсэг.pdf",
    "ном/1.pdf",
    "ном/2.pdf",
    "😀",
  ];
  beforeAll(async () => {
    for (const key of keys) await put(`list/${key}`, key);
  });

  async function listAll(Delimiter?: string): Promise<string[]> {
    const found: string[] = [];
    const input = { Bucket, Prefix: "list/", ...(Delimiter ? { Delimiter } : {}) };
    for await (const page of paginateListObjectsV2({ client: s3, pageSize: 2 }, input)) {
      expect(page.KeyCount).toBeLessThanOrEqual(2);
      const names = [
        ...(page.Contents ?? []).map(({ Key }) => Key),
        ...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix),
      ];
      found.push(...names.map((name) => (name ?? "").slice("list/".length)));
    }
    return found;
  }

  const byBytes = (left: string, right: string) => Buffer.compare(Buffer.from(left), Buffer.from(right));

  test("pages hold every key once, in the order of their bytes", async () => {
    expect(await listAll()).toEqual(keys.toSorted(byBytes));
    for (const key of keys) expect((await read(`list/${key}`)).toString()).toBe(key);
  });

  test("folders appear once, also across pages", async () => {
    const expected = ["a.txt", "b/", "c d+e.txt", "q'(1)&=?.txt", "z%.txt", "Үсэг.pdf", "ном/", "😀"];
    expect((await listAll("/")).toSorted(byBytes)).toEqual(expected.toSorted(byBytes));
  });

  test("deleted and copied objects", async () => {
    await put("move/from", "text", { Metadata: { school: "5" } });
    await s3.send(new CopyObjectCommand({ Bucket, Key: "move/to", CopySource: `${Bucket}/move/from` }));
    const Objects = [{ Key: "move/from" }, { Key: "move/never-was" }];
    const { Deleted } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    expect(Deleted).toHaveLength(2);
    const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: "move/" }));
    expect(Contents?.map(({ Key }) => Key)).toEqual(["move/to"]);
    expect((await s3.send(new HeadObjectCommand({ Bucket, Key: "move/to" }))).Metadata).toEqual({ school: "5" });
  });
});
