import { describe, expect, it } from "vitest";
import {
  platformAdmin,
  pupilOf,
  savedTextbook,
  teacher,
  textbookWorld,
} from "../../../../tests/support/textbook-world.ts";
import { type PlatformAdmin, systemActor, systemIds } from "../kernel/index.ts";
import { addTextbook } from "./add-textbook.ts";
import { listTextbooks } from "./list-textbooks.ts";
import { readTextbook } from "./read-textbook.ts";
import type { AddTextbookInput } from "./schema.ts";

const input: AddTextbookInput = {
  title: "Биологи VIII",
  subject: "biology",
  grade: 8,
  year: 2026,
  fileName: "Биологи 8-р анги.pdf",
  sizeBytes: 3,
};

describe("addTextbook", () => {
  it("gives an address to which the PDF can be put with the named headers", async () => {
    const world = textbookWorld();
    const { textbook, upload } = await addTextbook(world.as(platformAdmin()), input);
    const answer = await fetch(upload.url, { method: "PUT", headers: upload.headers, body: "pdf" });
    expect(answer.status).toBe(200);
    expect(textbook).toMatchObject({ state: "awaiting-upload", sample: false, pagesDone: 0 });
    expect(await world.ports.uploads.head(`textbooks/${textbook.textbookId}/source.pdf`)).toEqual({ sizeBytes: 3 });
  });

  it("refuses another type of file at that address", async () => {
    const { upload } = await addTextbook(textbookWorld().as(platformAdmin()), input);
    const answer = await fetch(upload.url, { method: "PUT", headers: { "content-type": "text/html" }, body: "<p>" });
    expect(answer.status).toBe(403);
  });

  it("marks books that the product brings as samples", async () => {
    const { textbook } = await addTextbook(textbookWorld().as(systemActor), input);
    expect(textbook.sample).toBe(true);
  });

  it.each([
    ["a grade that no school has", { ...input, grade: 13 }],
    ["an unknown subject", { ...input, subject: "alchemy" as never }],
    ["a file over 80 MB", { ...input, sizeBytes: 81 * 1024 * 1024 }],
    ["an empty title", { ...input, title: " " }],
  ])("refuses %s", async (_what, wrong) => {
    await expect(addTextbook(textbookWorld().as(platformAdmin()), wrong)).rejects.toMatchObject({
      kind: "invalid",
      code: "textbook.invalid-textbook",
    });
  });

  it.each([
    ["a pupil", pupilOf(8)],
    ["a teacher", teacher()],
  ])("is forbidden to %s, and adds nothing", async (_who, actor) => {
    const world = textbookWorld();
    const title = `Нууц ном ${world.as(actor).ids.next("event")}`;
    const ctx = world.as(actor as unknown as PlatformAdmin);
    await expect(addTextbook(ctx, { ...input, title })).rejects.toMatchObject({ kind: "forbidden" });
    const { items } = await listTextbooks(world.as(platformAdmin()));
    expect(items.map((item) => item.title)).not.toContain(title);
  });
});

describe("a new edition", () => {
  it("names the ready book of its subject and grade, and changes nothing about it yet", async () => {
    const world = textbookWorld();
    const older = await savedTextbook(world);
    const replaces = older.textbookId;
    const { textbook } = await addTextbook(world.as(platformAdmin()), { ...input, edition: 2, replaces });
    expect(textbook).toMatchObject({ replaces, required: true, state: "awaiting-upload" });
    expect(await world.ports.textbooks.get(replaces)).toEqual(older);
  });

  it.each([
    ["is still being read", { state: "ingesting" }],
    ["was replaced already", { state: "replaced" }],
    ["is of another grade", { grade: 7 }],
    ["is of another subject", { subject: "physics" }],
  ] as const)("is refused when the older book %s", async (_what, given) => {
    const world = textbookWorld();
    const { textbookId: replaces } = await savedTextbook(world, given);
    await expect(addTextbook(world.as(platformAdmin()), { ...input, replaces })).rejects.toMatchObject({
      kind: "conflict",
      code: "textbook.not-replaceable",
    });
  });

  it.each(["awaiting-upload", "ingesting"] as const)("is refused while another new edition is %s", async (state) => {
    const world = textbookWorld();
    const { textbookId: replaces } = await savedTextbook(world);
    const rival = await savedTextbook(world, { replaces, state, edition: 2 });
    const adding = () => addTextbook(world.as(platformAdmin()), { ...input, edition: 2, replaces });
    await expect(adding()).rejects.toMatchObject({ kind: "conflict", code: "textbook.edition-under-way" });
    await world.ports.textbooks.remove(rival.textbookId);
    await adding();
  });

  it("is refused when there is no older book of that id", async () => {
    const replaces = systemIds.next("textbook");
    const adding = addTextbook(textbookWorld().as(platformAdmin()), { ...input, replaces });
    await expect(adding).rejects.toMatchObject({ kind: "not-found", code: "textbook.no-textbook" });
  });
});

it("keeps whether the book is required or optional reading", async () => {
  const world = textbookWorld();
  const { textbook } = await addTextbook(world.as(platformAdmin()), { ...input, required: false });
  const { textbookId } = textbook;
  expect(await readTextbook(world.as(platformAdmin()), { textbookId })).toMatchObject({ required: false });
});
