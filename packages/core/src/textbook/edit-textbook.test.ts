import { describe, expect, it } from "vitest";
import {
  embeddingAfter,
  platformAdmin,
  pupilOf,
  replaceBook,
  savedTextbook,
  teacher,
} from "../../../../tests/support/textbook-world.ts";
import { type UploadWorld, uploadWorld } from "../../../../tests/support/upload-world.ts";
import { dayInUlaanbaatar, type PlatformAdmin, systemIds } from "../kernel/index.ts";
import { analyseText } from "./analyse-text.ts";
import { editTextbook } from "./edit-textbook.ts";
import { passagesKey } from "./ingesting/library-keys.ts";
import type { SavedTextbook } from "./ports.ts";
import { readPassages, replacePassages } from "./reviewing/passages-file.ts";
import type { Passage } from "./schema.ts";

async function bookWithPassages(world: UploadWorld, given: Partial<SavedTextbook> = {}) {
  const book = await savedTextbook(world.books, given);
  const passages = ["Гэрлийн хурд маш их.", "Дуу агаараар тархана."].map((text, order): Passage => ({
    passageId: systemIds.next("passage"),
    textbookId: book.textbookId,
    bookTitle: book.title,
    subject: book.subject,
    grade: book.grade,
    edition: book.edition,
    kind: "text",
    text,
    context: text,
    pdfPage: 1,
    boxes: [],
    order,
  }));
  const body = passages.map((passage) => `${JSON.stringify(passage)}\n`).join("");
  await world.ports.library.put({ key: passagesKey(book), body, contentType: "application/x-ndjson" });
  const vectors = await world.ports.embeddings.embed(
    passages.map(({ text }) => text),
    "passage",
  );
  const indexed = passages.map((passage, at) => ({
    passage,
    analysed: analyseText(passage.text),
    vector: vectors[at] ?? new Float32Array(world.ports.embeddings.dimensions),
  }));
  if (book.state === "ready") await world.ports.passages.add(indexed);
  return { book, ids: passages.map(({ passageId }) => passageId) };
}

const found = async (world: UploadWorld, grade: number) => {
  const readings = [analyseText("гэрлийн хурд")];
  const { lexical } = await world.ports.passages.search({ readings, grades: [grade], limit: 5 });
  return lexical.map(({ passage }) => [passage.bookTitle, passage.subject, passage.grade]);
};

describe("editTextbook", () => {
  it("writes down what is given, keeps the rest, and audits both sides", async () => {
    const world = uploadWorld();
    const { textbookId, title } = await savedTextbook(world.books);
    const admin = platformAdmin();
    const edited = await editTextbook(world.as(admin), {
      textbookId,
      licence: "CC BY 4.0",
      required: false,
      year: 2021,
    });
    expect(edited).toMatchObject({ title, licence: "CC BY 4.0", required: false, year: 2021, language: "mn" });
    const { items } = await world.ports.audit.byAccount({ tenant: "national", accountId: admin.staffId });
    expect(items).toMatchObject([
      {
        action: "textbook.edited",
        subject: textbookId,
        day: dayInUlaanbaatar(Date.now()),
        details: { licence: "CC0-1.0 → CC BY 4.0", required: "true → false", year: "2026 → 2021" },
      },
    ]);
  });

  it("moves the passages along to another title, subject and grade, under the same ids", async () => {
    const world = uploadWorld();
    const { book, ids } = await bookWithPassages(world, { grade: 8, subject: "biology" });
    const { textbookId } = book;
    await editTextbook(world.as(platformAdmin()), { textbookId, title: "Физик VII", subject: "physics", grade: 7 });
    expect(await found(world, 8)).toEqual([]);
    expect(await found(world, 7)).toEqual([["Физик VII", "physics", 7]]);
    expect((await world.ports.passages.find(ids)).map(({ passageId }) => passageId)).toEqual(ids);
    const lines = await world.ports.library.get({ key: passagesKey(book), maxBytes: 100_000 });
    expect(new TextDecoder().decode(lines).match(/"bookTitle":"Физик VII"/g)).toHaveLength(2);
    expect(await world.ports.textbooks.get(textbookId)).toMatchObject({ grade: 7, subject: "physics" });
    const list = await world.ports.textbooks.list({ grades: { from: 7, to: 7 }, states: ["ready"], limit: 1_000 });
    expect(list.items.some((each) => each.textbookId === textbookId)).toBe(true);
  });

  it("lets no replaced edition back into the search", async () => {
    const world = uploadWorld();
    const { book, ids } = await bookWithPassages(world, { state: "replaced" });
    await editTextbook(world.as(platformAdmin()), { textbookId: book.textbookId, title: "Хуучин ном" });
    expect(await world.ports.passages.find(ids)).toEqual([]);
  });

  it("does the rest when an edit that broke off is sent again", async () => {
    const world = uploadWorld();
    const { book } = await bookWithPassages(world);
    const { textbookId } = book;
    const ctx = world.as(platformAdmin());
    const broken = { ...ctx, embeddings: { ...ctx.embeddings, embed: () => Promise.reject(new Error("down")) } };
    await expect(editTextbook(broken, { textbookId, title: "Шинэ нэр" })).rejects.toThrow("down");
    expect(await world.ports.textbooks.get(textbookId)).toMatchObject({ title: book.title });
    await editTextbook(ctx, { textbookId, title: "Шинэ нэр" });
    expect(await found(world, 8)).toEqual([["Шинэ нэр", "biology", 8]]);
  });

  it("refuses one of two edits at once, and leaves the other's labels on the passages", async () => {
    const world = uploadWorld();
    const { book } = await bookWithPassages(world, { updatedAtMs: Date.now() - 1_000 });
    const { textbookId } = book;
    const ctx = world.as(platformAdmin());
    const embeddings = embeddingAfter(ctx.embeddings, async () => {
      await editTextbook(ctx, { textbookId, grade: 7 });
    });
    const late = editTextbook({ ...ctx, embeddings }, { textbookId, grade: 11, title: "Физик XI" });
    await expect(late).rejects.toMatchObject({ kind: "conflict", code: "textbook.edited-meanwhile" });
    expect(await world.ports.textbooks.get(textbookId)).toMatchObject({ grade: 7, title: book.title });
    expect(await found(world, 11)).toEqual([]);
    expect(await found(world, 7)).toEqual([[book.title, "biology", 7]]);
  });

  it("refuses an edit of a book as it was before somebody else edited it", async () => {
    const world = uploadWorld();
    const { textbookId, updatedAtMs } = await savedTextbook(world.books, { updatedAtMs: Date.now() - 1_000 });
    const ctx = world.as(platformAdmin());
    const { updatedAtMs: seenAtMs } = await editTextbook(ctx, { textbookId, seenAtMs: updatedAtMs, year: 2020 });
    const late = editTextbook(ctx, { textbookId, seenAtMs: updatedAtMs, year: 2026, licence: "CC BY 4.0" });
    await expect(late).rejects.toMatchObject({ kind: "conflict", code: "textbook.edited-meanwhile" });
    expect(await editTextbook(ctx, { textbookId, seenAtMs, year: 2021 })).toMatchObject({ year: 2021 });
  });

  it("does not put the old text of a passage that is corrected meanwhile over the new one", async () => {
    const world = uploadWorld();
    const { book, ids } = await bookWithPassages(world);
    const ctx = world.as(platformAdmin());
    const embeddings = embeddingAfter(ctx.embeddings, async () => {
      const { passages, version } = await readPassages(ctx, book);
      const corrected = passages.map((passage, at) => (at === 0 ? { ...passage, text: "Зассан бичвэр." } : passage));
      await replacePassages(ctx, book, { passages: corrected, version });
    });
    await editTextbook({ ...ctx, embeddings }, { textbookId: book.textbookId, title: "Шинэ нэр" });
    const [first] = await world.ports.passages.find(ids);
    expect(first).toMatchObject({ text: "Зассан бичвэр.", bookTitle: "Шинэ нэр" });
  });

  it("brings no edition back into the search that is replaced meanwhile", async () => {
    const world = uploadWorld();
    const { book, ids } = await bookWithPassages(world);
    const ctx = world.as(platformAdmin());
    const embeddings = embeddingAfter(ctx.embeddings, () => replaceBook(world.books, book));
    const edited = editTextbook({ ...ctx, embeddings }, { textbookId: book.textbookId, title: "Шинэ нэр" });
    await expect(edited).rejects.toMatchObject({ kind: "conflict", code: "textbook.ingestion-under-way" });
    expect(await world.ports.passages.find(ids)).toEqual([]);
  });

  it("changes and records nothing when nothing differs", async () => {
    const world = uploadWorld();
    const book = await savedTextbook(world.books);
    const admin = platformAdmin();
    await editTextbook(world.as(admin), { textbookId: book.textbookId, title: ` ${book.title} ` });
    expect((await world.ports.textbooks.get(book.textbookId))?.updatedAtMs).toBe(book.updatedAtMs);
    expect((await world.ports.audit.byAccount({ tenant: "national", accountId: admin.staffId })).items).toEqual([]);
  });

  it("waits until a book that is being made is done", async () => {
    const world = uploadWorld();
    const { textbookId } = await savedTextbook(world.books, { state: "ingesting" });
    const edited = editTextbook(world.as(platformAdmin()), { textbookId, title: "Шинэ нэр" });
    await expect(edited).rejects.toMatchObject({ kind: "conflict", code: "textbook.ingestion-under-way" });
  });

  it("refuses when the book's state changed at that moment", async () => {
    const world = uploadWorld();
    const { textbookId } = await savedTextbook(world.books);
    const ctx = world.as(platformAdmin());
    const textbooks = {
      ...ctx.textbooks,
      edit: async (input: Parameters<typeof ctx.textbooks.edit>[0]) => {
        await ctx.textbooks.stopJobs(textbookId, Date.now());
        return ctx.textbooks.edit(input);
      },
    };
    await expect(editTextbook({ ...ctx, textbooks }, { textbookId, year: 2020 })).rejects.toMatchObject({
      kind: "conflict",
    });
    expect(await world.ports.textbooks.get(textbookId)).toMatchObject({ year: 2026 });
  });

  it.each([{ title: " " }, { grade: 13 }, { year: 1000 }])("refuses %j", async (wrong) => {
    const world = uploadWorld();
    const { textbookId } = await savedTextbook(world.books);
    await expect(editTextbook(world.as(platformAdmin()), { textbookId, ...wrong })).rejects.toMatchObject({
      kind: "invalid",
      code: "textbook.invalid-textbook",
    });
  });

  it.each([
    ["a pupil", pupilOf(8)],
    ["a teacher", teacher()],
  ])("is forbidden to %s, and changes nothing", async (_who, actor) => {
    const world = uploadWorld();
    const { textbookId, title } = await savedTextbook(world.books);
    const ctx = world.as(actor as unknown as PlatformAdmin);
    await expect(editTextbook(ctx, { textbookId, title: "Өөр" })).rejects.toMatchObject({ kind: "forbidden" });
    expect(await world.ports.textbooks.get(textbookId)).toMatchObject({ title });
  });
});
