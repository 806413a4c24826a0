import { beforeEach, describe, expect, it } from "vitest";
import { type ReviewWorld, reviewWorld } from "../../../../tests/support/review-world.ts";
import { platformAdmin, teacher } from "../../../../tests/support/textbook-world.ts";
import { correctPassage } from "./correct-passage.ts";
import { finishPage } from "./finish-page.ts";
import { readPassages } from "./reviewing/passages-file.ts";

describe("finishPage", { timeout: 60_000 }, () => {
  let world: ReviewWorld;
  const text = "Засварласан өгүүлбэр.";
  const input = () => ({ textbookId: world.book.textbookId, pdfPage: 1 });

  beforeEach(async () => {
    world = await reviewWorld();
    const { passageId = "", version = 0, kind = "text" } = (await world.open()).passages[0] ?? {};
    const append = () => Promise.reject(new Error("gone"));
    const broken = { ...world.ctx, audit: { ...world.ctx.audit, append } };
    await expect(correctPassage(broken, { ...input(), passageId, version, kind, text })).rejects.toThrow("gone");
  });

  it("brings a change that broke off to file, index and audit trail, under the name of who made it", async () => {
    await finishPage(world.ctxOf(platformAdmin()), input());
    const { passages } = await readPassages(world.ports, world.book);
    expect(passages[0]?.text).toBe(text);
    expect(await world.ports.passages.find(passages.map(({ passageId }) => passageId))).toEqual(passages);
    expect(await world.audited()).toMatchObject([{ action: "passage.corrected", accountId: world.ctx.actor.staffId }]);
    expect((await world.open()).isUnfinished).toBe(false);
  });

  it("does nothing where nothing is left to do", async () => {
    await finishPage(world.ctx, input());
    await finishPage(world.ctx, input());
    await finishPage(world.ctx, { ...input(), pdfPage: 2 });
    expect(await world.audited()).toHaveLength(1);
  });

  it("is forbidden to a teacher, finds no other book, and finishes nothing", async () => {
    await expect(finishPage(world.ctxOf(teacher() as never), input())).rejects.toMatchObject({ kind: "forbidden" });
    await expect(finishPage(world.ctx, { ...input(), textbookId: "tbk_1" })).rejects.toMatchObject({
      kind: "not-found",
    });
    expect((await world.open()).isUnfinished).toBe(true);
  });
});
