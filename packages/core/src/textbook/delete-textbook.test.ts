import { describe, expect, it } from "vitest";
import {
  bookUnderWay,
  ingestAll,
  platformAdmin,
  sampleBook,
  savedTextbook,
  teacher,
  textbookWorld,
} from "../../../../tests/support/textbook-world.ts";
import type { PlatformAdmin } from "../kernel/index.ts";
import { beginUpload } from "./begin-upload.ts";
import { completeUpload } from "./complete-upload.ts";
import { deleteTextbook } from "./delete-textbook.ts";
import { imageKey, pageKey, passagesKey, sourceKey, viewKey } from "./ingesting/library-keys.ts";
import { readJson, type StoredView } from "./ingesting/stored-page.ts";

describe("deleteTextbook", { timeout: 120_000 }, () => {
  it("leaves no record, file, image or passage behind", async () => {
    const world = textbookWorld();
    const book = await bookUnderWay(world, sampleBook("baigal-5"));
    const { textbookId, jobId } = book;
    await ingestAll(world, { kind: "ingest-pages", textbookId, jobId, fromPage: 1 });
    const view = await readJson<StoredView>(world.ports.library, viewKey(book, 3));
    const ids = (view?.passages ?? []).map((passage) => passage.passageId as never);
    expect(await world.ports.passages.find(ids)).not.toEqual([]);

    await deleteTextbook(world.as(platformAdmin()), { textbookId });
    expect(await world.ports.textbooks.get(textbookId)).toBeUndefined();
    expect(await world.ports.uploads.head(sourceKey(textbookId))).toBeUndefined();
    for (const key of [passagesKey(book), pageKey(book, 1), imageKey(book, 1)]) {
      expect(await world.ports.library.head(key), key).toBeUndefined();
    }
    expect(await world.ports.passages.find(ids)).toEqual([]);
  });

  it("leaves no passage of a step that was indexing meanwhile and died", async () => {
    const world = textbookWorld();
    const book = await bookUnderWay(world, sampleBook("baigal-5"));
    const { textbookId, jobId } = book;
    await ingestAll(world, { kind: "ingest-pages", textbookId, jobId, fromPage: 1 });
    const view = await readJson<StoredView>(world.ports.library, viewKey(book, 3));
    const ids = (view?.passages ?? []).map((passage) => passage.passageId as never);
    const found = await world.ports.passages.find(ids);
    const ctx = world.as(platformAdmin());
    const uploads: typeof ctx.uploads = {
      ...ctx.uploads,
      deletePrefix: async (prefix) => {
        const analysed = { stems: [], grams: [] };
        const vector = new Float32Array(world.ports.embeddings.dimensions);
        await world.ports.passages.add(found.map((passage) => ({ passage, analysed, vector })));
        await ctx.uploads.deletePrefix(prefix);
      },
    };
    await deleteTextbook({ ...ctx, uploads }, { textbookId });
    expect(found).not.toEqual([]);
    expect(await world.ports.passages.find(ids)).toEqual([]);
  });

  it("gives up the upload of a file that was still arriving, whose parts make no file any more", async () => {
    const world = textbookWorld();
    const ctx = world.as(platformAdmin());
    const { textbookId } = await savedTextbook(world, { state: "awaiting-upload", pagesDone: 0 });
    await beginUpload(ctx, { textbookId, fileName: "nom.pdf", sizeBytes: 100 });
    const { uploadId = "" } = (await world.ports.pendingUploads.get(textbookId)) ?? {};
    await deleteTextbook(ctx, { textbookId });
    expect(await world.ports.pendingUploads.get(textbookId)).toBeUndefined();
    expect(await world.ports.uploadParts.list({ key: sourceKey(textbookId), uploadId })).toBeUndefined();
    await expect(completeUpload(ctx, { textbookId })).rejects.toMatchObject({ kind: "not-found" });
  });

  it("stands in the audit trail with the book's name", async () => {
    const world = textbookWorld();
    const admin = platformAdmin();
    const { textbookId, title } = await savedTextbook(world);
    await deleteTextbook(world.as(admin), { textbookId });
    const { items } = await world.ports.audit.byAccount({ tenant: "national", accountId: admin.staffId });
    expect(items).toMatchObject([{ action: "textbook.deleted", subject: textbookId, details: { title } }]);
  });

  it("is forbidden to a teacher, and removes nothing", async () => {
    const world = textbookWorld();
    const { textbookId } = await savedTextbook(world);
    const ctx = world.as(teacher() as unknown as PlatformAdmin);
    await expect(deleteTextbook(ctx, { textbookId })).rejects.toMatchObject({ kind: "forbidden" });
    expect(await world.ports.textbooks.get(textbookId)).toMatchObject({ state: "ready" });
  });
});
