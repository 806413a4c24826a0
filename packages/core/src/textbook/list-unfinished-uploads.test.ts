import { expect, test } from "vitest";
import { platformAdmin, savedTextbook, teacher } from "../../../../tests/support/textbook-world.ts";
import { uploadWorld } from "../../../../tests/support/upload-world.ts";
import type { PlatformAdmin } from "../kernel/index.ts";
import { beginUpload } from "./begin-upload.ts";
import { listUnfinishedUploads } from "./list-unfinished-uploads.ts";
import { signUploadParts } from "./sign-upload-parts.ts";
import { dropUpload } from "./uploading/drop-upload.ts";

const partBytes = 5 * 1024 * 1024;

test("an upload that was cut off is listed with what has arrived, until it is given up", async () => {
  const world = uploadWorld();
  const ctx = world.as(platformAdmin());
  const { textbookId } = await savedTextbook(world.books, { state: "awaiting-upload", pagesDone: 0 });
  await beginUpload(ctx, { textbookId, fileName: "nom.pdf", sizeBytes: partBytes + 1 });
  const [part] = await signUploadParts(ctx, { textbookId, partNumbers: [1] });
  await fetch(part?.url ?? "", { method: "PUT", body: new Uint8Array(partBytes) });
  const own = async () =>
    (await listUnfinishedUploads(ctx)).filter(({ textbook }) => textbook.textbookId === textbookId);
  expect(await own()).toMatchObject([{ fileName: "nom.pdf", sizeBytes: partBytes + 1, arrivedBytes: partBytes }]);
  await dropUpload(ctx, textbookId);
  expect(await own()).toEqual([]);
});

test("a teacher sees none", async () => {
  const ctx = uploadWorld().as(teacher() as unknown as PlatformAdmin);
  await expect(listUnfinishedUploads(ctx)).rejects.toMatchObject({ kind: "forbidden" });
});
