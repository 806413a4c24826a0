import { describe, expect, it } from "vitest";
import { testStack } from "../../../../tests/support/stack.ts";
import { createS3FileStore } from "./s3-file-store.ts";

const bucket = () => (JSON.parse(testStack().env["SST_RESOURCE_Library"] ?? "{}") as { name: string }).name;

describe("createS3FileStore", () => {
  const folder = `test-${Date.now()}-${Math.random()}/Сурах бичиг (2)/`;

  it("keeps what it is given, under Cyrillic keys with spaces too", async () => {
    const files = createS3FileStore({ bucket: bucket() });
    await files.put({ key: `${folder}а.json`, body: "{}", contentType: "application/json" });
    expect(new TextDecoder().decode(await files.get({ key: `${folder}а.json`, maxBytes: 10 }))).toBe("{}");
    expect(await files.head(`${folder}а.json`)).toEqual({ sizeBytes: 2 });
    const signed = await fetch(await files.presignGet({ key: `${folder}а.json`, expiresInS: 60 }));
    expect(await signed.text()).toBe("{}");
  });

  it("answers undefined for what is not there", async () => {
    const files = createS3FileStore({ bucket: bucket() });
    expect(await files.get({ key: `${folder}none`, maxBytes: 10 })).toBeUndefined();
    expect(await files.head(`${folder}none`)).toBeUndefined();
  });

  it("refuses an object larger than the caller can hold", async () => {
    const files = createS3FileStore({ bucket: bucket() });
    await files.put({ key: `${folder}big`, body: "0123456789", contentType: "text/plain" });
    await expect(files.get({ key: `${folder}big`, maxBytes: 9 })).rejects.toMatchObject({ kind: "too-large" });
  });

  it("replaces only the version that was read: of two writers one is told that it came too late", async () => {
    const files = createS3FileStore({ bucket: bucket() });
    const at = { key: `${folder}shared.json`, contentType: "application/json" };
    await files.put({ ...at, body: "1" });
    const read = await files.getVersioned({ key: at.key, maxBytes: 10 });
    const version = read?.version ?? "";
    const outcomes = await Promise.all(["2", "3"].map((body) => files.replace({ ...at, version, body })));
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    const body = new TextDecoder().decode(await files.get({ key: at.key, maxBytes: 10 }));
    expect(body).toBe(outcomes[0] ? "2" : "3");
    expect(await files.replace({ ...at, version, body: "4" })).toBe(false);
    expect(await files.replace({ ...at, key: `${folder}gone.json`, version, body: "4" })).toBe(false);
    expect(await files.getVersioned({ key: `${folder}gone.json`, maxBytes: 10 })).toBeUndefined();
  });

  it("deletes everything under a prefix, more than one page of it, and nothing else", async () => {
    const files = createS3FileStore({ bucket: bucket() });
    const keys = Array.from({ length: 1_020 }, (_unused, index) => `${folder}many/${index}`);
    for (let start = 0; start < keys.length; start += 60) {
      await Promise.all(
        keys.slice(start, start + 60).map((key) => files.put({ key, body: "x", contentType: "text/plain" })),
      );
    }
    await files.put({ key: `${folder}many-not`, body: "x", contentType: "text/plain" });
    await files.deletePrefix(`${folder}many/`);
    expect(await files.head(keys[0] ?? "")).toBeUndefined();
    expect(await files.head(keys[1_019] ?? "")).toBeUndefined();
    expect(await files.head(`${folder}many-not`)).toBeDefined();
  }, 120_000);

  it("names an outage as one", async () => {
    const endpoint = process.env["AWS_ENDPOINT_URL_S3"];
    process.env["AWS_ENDPOINT_URL_S3"] = "http://127.0.0.1:1";
    try {
      const files = createS3FileStore({ bucket: bucket() });
      await expect(files.head("any")).rejects.toMatchObject({ kind: "unavailable", code: "textbook.storage-down" });
    } finally {
      process.env["AWS_ENDPOINT_URL_S3"] = endpoint;
    }
  });
});
