import { describe, expect, it } from "vitest";
import { platformAdmin, pupilOf, savedTextbook, teacher } from "../../../../tests/support/textbook-world.ts";
import { uploadWorld } from "../../../../tests/support/upload-world.ts";
import type { PlatformAdmin } from "../kernel/index.ts";
import { beginUpload } from "./begin-upload.ts";
import { sourceKey } from "./ingesting/library-keys.ts";
import { signUploadParts } from "./sign-upload-parts.ts";

const mebibyte = 1024 * 1024;
const hash = (letter: string) => letter.repeat(64);

async function waitingBook(world = uploadWorld()) {
  const { textbookId } = await savedTextbook(world.books, { state: "awaiting-upload", pagesDone: 0 });
  return { world, textbookId, ctx: world.as(platformAdmin()) };
}
const file = { fileName: "fizik-8.pdf", sizeBytes: 6 * mebibyte, fileHash: hash("a") };

async function sendPart(
  ctx: Parameters<typeof signUploadParts>[0],
  textbookId: string,
  partNumber: number,
  bytes: number,
) {
  const [part] = await signUploadParts(ctx, { textbookId, partNumbers: [partNumber] });
  return fetch(part?.url ?? "", { method: "PUT", body: new Uint8Array(bytes) });
}

describe("beginUpload", () => {
  it("divides the file into parts of 5 MB, none of which has arrived", async () => {
    const { ctx, textbookId } = await waitingBook();
    const progress = await beginUpload(ctx, { textbookId, ...file });
    expect(progress).toEqual({
      textbookId,
      sizeBytes: 6 * mebibyte,
      partBytes: 5 * mebibyte,
      partCount: 2,
      arrivedParts: [],
    });
  });

  it("goes on with the same file where it was cut off, also from another browser", async () => {
    const { world, ctx, textbookId } = await waitingBook();
    await beginUpload(ctx, { textbookId, ...file });
    expect((await sendPart(ctx, textbookId, 1, 5 * mebibyte)).status).toBe(200);
    const again = await beginUpload(world.as(platformAdmin()), { textbookId, ...file, fileName: "renamed.pdf" });
    expect(again.arrivedParts).toEqual([1]);
  });

  it("does not count a part that is too short", async () => {
    const { ctx, textbookId } = await waitingBook();
    await beginUpload(ctx, { textbookId, ...file });
    await sendPart(ctx, textbookId, 1, mebibyte);
    expect((await beginUpload(ctx, { textbookId, ...file })).arrivedParts).toEqual([]);
  });

  it("begins anew with another file, and forgets the parts of the first", async () => {
    const { world, ctx, textbookId } = await waitingBook();
    await beginUpload(ctx, { textbookId, ...file });
    await sendPart(ctx, textbookId, 1, 5 * mebibyte);
    const former = await world.ports.pendingUploads.get(textbookId);
    const other = await beginUpload(ctx, { textbookId, ...file, fileHash: hash("b") });
    expect(other.arrivedParts).toEqual([]);
    const key = sourceKey(textbookId);
    expect(await world.ports.uploadParts.list({ key, uploadId: former?.uploadId ?? "" })).toBeUndefined();
  });

  it("begins anew when the store has forgotten the upload", async () => {
    const { world, ctx, textbookId } = await waitingBook();
    await beginUpload(ctx, { textbookId, ...file });
    await sendPart(ctx, textbookId, 1, 5 * mebibyte);
    const former = await world.ports.pendingUploads.get(textbookId);
    await world.ports.uploadParts.abort({ key: sourceKey(textbookId), uploadId: former?.uploadId ?? "" });
    expect((await beginUpload(ctx, { textbookId, ...file })).arrivedParts).toEqual([]);
    expect((await sendPart(ctx, textbookId, 1, 5 * mebibyte)).status).toBe(200);
  });

  it("lets two beginnings at the same moment leave one upload, which works", async () => {
    const { ctx, textbookId } = await waitingBook();
    const both = await Promise.allSettled([
      beginUpload(ctx, { textbookId, ...file }),
      beginUpload(ctx, { textbookId, ...file, fileHash: hash("c") }),
    ]);
    const lost = both.flatMap((each) => (each.status === "rejected" ? [each.reason as unknown] : []));
    expect(lost.length).toBeLessThan(2);
    for (const reason of lost) expect(reason).toMatchObject({ kind: "conflict", code: "textbook.upload-elsewhere" });
    expect((await sendPart(ctx, textbookId, 1, 5 * mebibyte)).status).toBe(200);
  });

  it.each(["ready", "ingesting", "failed"] as const)("refuses a book that is %s", async (state) => {
    const { world, ctx } = await waitingBook();
    const { textbookId } = await savedTextbook(world.books, { state });
    await expect(beginUpload(ctx, { textbookId, ...file })).rejects.toMatchObject({
      kind: "conflict",
      code: "textbook.file-arrived",
    });
    expect(await world.ports.pendingUploads.get(textbookId)).toBeUndefined();
  });

  it("refuses a file over 80 MB", async () => {
    const { ctx, textbookId } = await waitingBook();
    const begun = beginUpload(ctx, { textbookId, ...file, sizeBytes: 81 * mebibyte });
    await expect(begun).rejects.toMatchObject({ kind: "invalid" });
  });

  it.each([
    ["a pupil", pupilOf(8)],
    ["a teacher", teacher()],
  ])("is forbidden to %s, and begins nothing", async (_who, actor) => {
    const { world, textbookId } = await waitingBook();
    const ctx = world.as(actor as unknown as PlatformAdmin);
    await expect(beginUpload(ctx, { textbookId, ...file })).rejects.toMatchObject({ kind: "forbidden" });
    expect(await world.ports.pendingUploads.get(textbookId)).toBeUndefined();
  });
});
