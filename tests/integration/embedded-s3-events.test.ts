import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { S3Event } from "aws-lambda";
import { afterEach, expect, test, vi } from "vitest";
import { type S3, startS3 } from "../../scripts/embedded/s3-server/server.ts";
import { temporaryDir } from "../support/stack.ts";

let server: S3 | undefined;
afterEach(() => server?.stop());

async function start(dir: string, send: (body: string) => Promise<void>): Promise<S3Client> {
  const region = "ap-northeast-2";
  const buckets = ["uploads", "library"];
  const notifications = [{ bucket: "uploads", prefix: "books/", event: "ObjectCreated", send }];
  server = await startS3({ dir, port: 0, region, buckets, notifications });
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  return new S3Client({ endpoint: server.endpoint, region, credentials, forcePathStyle: true });
}

const put = (s3: S3Client, Bucket: string, Key: string) => s3.send(new PutObjectCommand({ Bucket, Key, Body: "pdf" }));

test("an upload is announced in S3's own words; other buckets and folders are not", async () => {
  const messages: string[] = [];
  const s3 = await start(temporaryDir(), async (body) => void messages.push(body));
  await put(s3, "library", "books/other-bucket.pdf");
  await put(s3, "uploads", "images/other-folder.png");
  await put(s3, "uploads", "books/математик 5+6.pdf");
  await vi.waitFor(() => expect(messages).toHaveLength(1), { timeout: 10_000 });

  const [record] = (JSON.parse(messages[0] ?? "{}") as S3Event).Records;
  expect(record).toMatchObject({ eventSource: "aws:s3", eventName: "ObjectCreated:Put", awsRegion: "ap-northeast-2" });
  expect(record?.s3.bucket.name).toBe("uploads");
  // The decoding that AWS documents for its keys.
  expect(decodeURIComponent(record?.s3.object.key.replaceAll("+", " ") ?? "")).toBe("books/математик 5+6.pdf");
  expect(record?.s3.object.size).toBe(3);
});

test("an announcement that failed is tried again, and survives a restart", async () => {
  const complaints = vi.mocked(console.error).mockImplementation(() => undefined);
  const dir = temporaryDir();
  const s3 = await start(dir, async () => {
    throw new Error("The queue is down");
  });
  await put(s3, "uploads", "books/1.pdf");
  await vi.waitFor(() => expect(complaints).toHaveBeenCalled(), { timeout: 10_000 });
  await server?.stop();
  complaints.mockClear();

  const messages: string[] = [];
  await start(dir, async (body) => void messages.push(body));
  await vi.waitFor(() => expect(messages).toHaveLength(1), { timeout: 10_000 });
  expect(messages[0]).toContain("books/1.pdf");
});
