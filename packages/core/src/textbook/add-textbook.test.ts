import { describe, expect, it } from "vitest";
import { platformAdmin, pupilOf, teacher, textbookWorld } from "../../../../tests/support/textbook-world.ts";
import { type PlatformAdmin, systemActor } from "../kernel/index.ts";
import { addTextbook } from "./add-textbook.ts";
import { listTextbooks } from "./list-textbooks.ts";
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
