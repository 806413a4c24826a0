import { describe, expect, it } from "vitest";
import { platformAdmin, savedTextbook, teacher } from "../../../../tests/support/textbook-world.ts";
import { uploadWorld } from "../../../../tests/support/upload-world.ts";
import type { PlatformAdmin } from "../kernel/index.ts";
import { beginUpload } from "./begin-upload.ts";
import { signUploadParts } from "./sign-upload-parts.ts";

async function begun() {
  const world = uploadWorld();
  const { textbookId } = await savedTextbook(world.books, { state: "awaiting-upload", pagesDone: 0 });
  const ctx = world.as(platformAdmin());
  await beginUpload(ctx, { textbookId, fileName: "nom.pdf", sizeBytes: 12 * 1024 * 1024 });
  return { world, ctx, textbookId };
}

describe("signUploadParts", () => {
  it("answers one address for each part, in the order asked", async () => {
    const { ctx, textbookId } = await begun();
    const parts = await signUploadParts(ctx, { textbookId, partNumbers: [3, 1] });
    expect(parts.map(({ partNumber }) => partNumber)).toEqual([3, 1]);
    expect(parts.every(({ partNumber, url }) => url.includes(`partNumber=${partNumber}`))).toBe(true);
  });

  it.each([[[4]], [[0]], [[1.5]], [[]]])("refuses parts %j of a file that has three", async (partNumbers) => {
    const { ctx, textbookId } = await begun();
    await expect(signUploadParts(ctx, { textbookId, partNumbers })).rejects.toMatchObject({
      kind: "invalid",
      code: "textbook.invalid-upload",
    });
  });

  it("knows no parts of a book whose upload was not begun", async () => {
    const { world, ctx } = await begun();
    const { textbookId } = await savedTextbook(world.books, { state: "awaiting-upload", pagesDone: 0 });
    await expect(signUploadParts(ctx, { textbookId, partNumbers: [1] })).rejects.toMatchObject({ kind: "not-found" });
  });

  it("is forbidden to a teacher", async () => {
    const { world, textbookId } = await begun();
    const ctx = world.as(teacher() as unknown as PlatformAdmin);
    await expect(signUploadParts(ctx, { textbookId, partNumbers: [1] })).rejects.toMatchObject({ kind: "forbidden" });
  });
});
