import { describe, expect, it } from "vitest";
import { platformAdmin, sampleBook, savedTextbook, teacher } from "../../../../tests/support/textbook-world.ts";
import { uploadWorld } from "../../../../tests/support/upload-world.ts";
import type { PlatformAdmin } from "../kernel/index.ts";
import { beginUpload } from "./begin-upload.ts";
import { completeUpload } from "./complete-upload.ts";
import { sourceKey } from "./ingesting/library-keys.ts";
import { signUploadParts } from "./sign-upload-parts.ts";
import { dropUpload } from "./uploading/drop-upload.ts";

const mebibyte = 1024 * 1024;

async function begun(body: Uint8Array<ArrayBuffer>) {
  const world = uploadWorld();
  const { textbookId } = await savedTextbook(world.books, { state: "awaiting-upload", pagesDone: 0 });
  const ctx = world.as(platformAdmin());
  const progress = await beginUpload(ctx, { textbookId, fileName: "nom.pdf", sizeBytes: body.byteLength });
  const send = async (partNumber: number) => {
    const [part] = await signUploadParts(ctx, { textbookId, partNumbers: [partNumber] });
    const from = (partNumber - 1) * progress.partBytes;
    await fetch(part?.url ?? "", { method: "PUT", body: body.slice(from, from + progress.partBytes) });
  };
  return { world, ctx, textbookId, send };
}

describe("completeUpload", () => {
  it("makes one file of the parts, in their order whatever came first, and forgets the upload", async () => {
    const body = new Uint8Array(5 * mebibyte + 10).fill(1);
    body.fill(2, 5 * mebibyte);
    const { world, ctx, textbookId, send } = await begun(body);
    await send(2);
    await send(1);
    expect(await completeUpload(ctx, { textbookId })).toMatchObject({ textbookId });
    const stored = await world.ports.uploads.get({ key: sourceKey(textbookId), maxBytes: 6 * mebibyte });
    expect(Buffer.compare(Buffer.from(stored ?? []), Buffer.from(body))).toBe(0);
    expect(await world.ports.pendingUploads.get(textbookId)).toBeUndefined();
  });

  it("takes a file of one small part", async () => {
    const { world, ctx, textbookId, send } = await begun(sampleBook("baigal-5"));
    await send(1);
    await completeUpload(ctx, { textbookId });
    expect((await world.ports.uploads.head(sourceKey(textbookId)))?.sizeBytes).toBe(sampleBook("baigal-5").byteLength);
  });

  it("refuses while parts are missing, and says how many", async () => {
    const { world, ctx, textbookId, send } = await begun(new Uint8Array(11 * mebibyte));
    await send(2);
    await expect(completeUpload(ctx, { textbookId })).rejects.toMatchObject({
      kind: "conflict",
      code: "textbook.upload-incomplete",
      details: { missing: 2 },
    });
    expect(await world.ports.uploads.head(sourceKey(textbookId))).toBeUndefined();
  });

  it("changes nothing when it is repeated", async () => {
    const { ctx, textbookId, send } = await begun(new Uint8Array(100));
    await send(1);
    await completeUpload(ctx, { textbookId });
    expect(await completeUpload(ctx, { textbookId })).toMatchObject({ textbookId });
  });

  it("says so when there is nothing to complete", async () => {
    const { ctx, textbookId } = await begun(new Uint8Array(100));
    await dropUpload(ctx, textbookId);
    await expect(completeUpload(ctx, { textbookId })).rejects.toMatchObject({
      kind: "not-found",
      code: "textbook.no-upload",
    });
  });

  it("is forbidden to a teacher, and makes no file", async () => {
    const { world, textbookId, send } = await begun(new Uint8Array(100));
    await send(1);
    const ctx = world.as(teacher() as unknown as PlatformAdmin);
    await expect(completeUpload(ctx, { textbookId })).rejects.toMatchObject({ kind: "forbidden" });
    expect(await world.ports.uploads.head(sourceKey(textbookId))).toBeUndefined();
  });
});
