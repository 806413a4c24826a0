import { expect, test } from "vitest";
import { platformAdmin, savedTextbook, teacher } from "../../../../tests/support/textbook-world.ts";
import { uploadWorld } from "../../../../tests/support/upload-world.ts";
import type { PlatformAdmin } from "../kernel/index.ts";
import { abandonUpload } from "./abandon-upload.ts";
import { beginUpload } from "./begin-upload.ts";
import { sourceKey } from "./ingesting/library-keys.ts";

async function begun() {
  const world = uploadWorld();
  const { textbookId } = await savedTextbook(world.books, { state: "awaiting-upload", pagesDone: 0 });
  const ctx = world.as(platformAdmin());
  await beginUpload(ctx, { textbookId, fileName: "nom.pdf", sizeBytes: 100 });
  const upload = await world.ports.pendingUploads.get(textbookId);
  const parts = () => world.ports.uploadParts.list({ key: sourceKey(textbookId), uploadId: upload?.uploadId ?? "" });
  return { world, ctx, textbookId, parts };
}

test("an upload that is given up leaves neither parts nor record, and giving it up twice is no error", async () => {
  const { world, ctx, textbookId, parts } = await begun();
  expect(await parts()).toEqual([]);
  await abandonUpload(ctx, { textbookId });
  await abandonUpload(ctx, { textbookId });
  expect(await parts()).toBeUndefined();
  expect(await world.ports.pendingUploads.get(textbookId)).toBeUndefined();
});

test("a teacher gives up nothing", async () => {
  const { world, textbookId, parts } = await begun();
  const ctx = world.as(teacher() as unknown as PlatformAdmin);
  await expect(abandonUpload(ctx, { textbookId })).rejects.toMatchObject({ kind: "forbidden" });
  expect(await parts()).toEqual([]);
});
