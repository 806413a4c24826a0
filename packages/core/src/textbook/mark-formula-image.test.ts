import { beforeEach, describe, expect, it } from "vitest";
import { type ReviewWorld, reviewWorld } from "../../../../tests/support/review-world.ts";
import { pupilOf, teacher } from "../../../../tests/support/textbook-world.ts";
import { markFormulaImage } from "./mark-formula-image.ts";
import { openPage } from "./open-page.ts";
import { readPassages } from "./reviewing/passages-file.ts";
import type { ReviewPassageView } from "./reviewing/review-schema.ts";

describe("markFormulaImage", { timeout: 60_000 }, () => {
  let world: ReviewWorld;
  let passage: ReviewPassageView;

  beforeEach(async () => {
    world = await reviewWorld();
    passage = (await world.open()).passages[1] ?? expect.fail();
  });

  const input = (given: object = {}) => {
    const { passageId, version } = passage;
    return { textbookId: world.book.textbookId, pdfPage: 1, passageId, version, ...given };
  };

  it("makes the passage a formula that is shown as an image, and keeps its text out of what models read", async () => {
    await markFormulaImage(world.ctx, input());
    const { passages } = await readPassages(world.ports, world.book);
    expect(passages[1]).toMatchObject({ kind: "formula", useImage: true, text: passage.text });
    for (const { context } of passages.slice(0, 3)) expect(context).not.toContain(passage.text);
    const page = await openPage(world.as(pupilOf(8)), { textbookId: world.book.textbookId, pdfPage: 1 });
    expect(page.passages[1]).toMatchObject({ passageId: passage.passageId, useImage: true });
    expect(await world.ports.passages.find(passages.map(({ passageId }) => passageId))).toEqual(passages);
  });

  it("takes the mark off again", async () => {
    const before = await readPassages(world.ports, world.book);
    await markFormulaImage(world.ctx, input());
    await markFormulaImage(world.ctx, input({ version: 1, useImage: false }));
    const { passages } = await readPassages(world.ports, world.book);
    expect(passages[1]).toEqual({ ...before.passages[1], kind: "formula" });
    expect((await world.audited()).map(({ action }) => action)).toEqual([
      "passage.shown-as-image",
      "passage.shown-as-text",
    ]);
  });

  it("refuses a passage that was changed since it was shown", async () => {
    await markFormulaImage(world.ctx, input());
    const late = markFormulaImage(world.ctx, input({ useImage: false }));
    await expect(late).rejects.toMatchObject({ kind: "conflict", code: "textbook.changed-meanwhile" });
  });

  it("is forbidden to a teacher, finds nothing in another book, and changes nothing", async () => {
    await expect(markFormulaImage(world.ctxOf(teacher() as never), input())).rejects.toMatchObject({
      kind: "forbidden",
    });
    const other = await reviewWorld();
    const elsewhere = input({ textbookId: other.book.textbookId });
    await expect(markFormulaImage(world.ctx, elsewhere)).rejects.toMatchObject({ kind: "not-found" });
    expect((await world.open()).version).toBe(0);
  });
});
