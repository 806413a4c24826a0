import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { platformAdmin, savedTextbook, teacher } from "../../../../tests/support/textbook-world.ts";
import { uploadWorld } from "../../../../tests/support/upload-world.ts";
import type { PlatformAdmin } from "../kernel/index.ts";
import { beginUpload } from "./begin-upload.ts";
import { findDuplicates } from "./find-duplicates.ts";

const someHash = () => randomBytes(32).toString("hex");
const someTitle = () => `Ном ${randomBytes(4).toString("hex").replace(/[a-f]/g, "7")}`;

test("the same file, the same book and an unfinished upload are told apart, each at its place", async () => {
  const world = uploadWorld();
  const ctx = world.as(platformAdmin());
  const sourceHash = someHash();
  const title = someTitle();
  const ready = await savedTextbook(world.books, { title, grade: 8, edition: 2, sourceHash });
  const waiting = await savedTextbook(world.books, { title: someTitle(), state: "awaiting-upload", pagesDone: 0 });
  const fileHash = someHash();
  await beginUpload(ctx, { textbookId: waiting.textbookId, fileName: "a.pdf", sizeBytes: 100, fileHash });

  const other = { fileHash: someHash(), title: someTitle(), grade: 8, edition: 1 };
  const found = await findDuplicates(ctx, {
    candidates: [
      other,
      { ...other, fileHash: sourceHash },
      { ...other, title: title.toUpperCase(), edition: 2 },
      { ...other, title, edition: 3 },
      { ...other, title, edition: 2, grade: 9 },
      { ...other, fileHash },
    ],
  });
  expect(found.map((each) => each && [each.kind, each.textbook.textbookId])).toEqual([
    null,
    ["same-file", ready.textbookId],
    ["same-book", ready.textbookId],
    null,
    null,
    ["unfinished", waiting.textbookId],
  ]);
});

test("a teacher is told nothing", async () => {
  const ctx = uploadWorld().as(teacher() as unknown as PlatformAdmin);
  const candidates = [{ title: "Физик", grade: 8, edition: 1 }];
  await expect(findDuplicates(ctx, { candidates })).rejects.toMatchObject({ kind: "forbidden" });
});
