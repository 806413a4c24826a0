import { beforeAll, describe, expect, it } from "vitest";
import { type ReviewWorld, reviewWorld } from "../../../../tests/support/review-world.ts";
import { pupilOf, savedTextbook, teacher } from "../../../../tests/support/textbook-world.ts";
import { openPageForReview } from "./open-page-for-review.ts";

describe("openPageForReview", { timeout: 60_000 }, () => {
  let world: ReviewWorld;
  beforeAll(async () => {
    world = await reviewWorld();
  });

  it("gives the image beside the passages that begin on the page, each with its version", async () => {
    const page = await world.open(2);
    expect(page).toMatchObject({
      title: "Биологи VIII",
      pdfPage: 2,
      pageCount: 2,
      state: "open",
      version: 0,
      lost: [],
    });
    expect(page.image).toMatchObject({ width: 1200, height: 1600 });
    expect(page.image.url).toContain("/images/0002.webp");
    expect(page.passages).toHaveLength(2);
    expect(page.passages[0]).toMatchObject({ version: 0, kind: "text", chapter: "1.2. Амьсгал", canMerge: true });
    expect(page.passages[1]).toMatchObject({ canMerge: false });
    expect(page.passages[0]?.boxes).toHaveLength(1);
  });

  it.each([0, 3, 1.5])("answers not-found for page %s", async (pdfPage) => {
    await expect(world.open(pdfPage)).rejects.toMatchObject({ kind: "not-found", code: "textbook.no-page" });
  });

  it("is forbidden to everybody but platform administrators", async () => {
    for (const actor of [teacher(), pupilOf(8)]) {
      const input = { textbookId: world.book.textbookId, pdfPage: 1 };
      await expect(openPageForReview(world.ctxOf(actor as never), input)).rejects.toMatchObject({ kind: "forbidden" });
    }
  });

  it("finds no other book, and no page of one that is not ready", async () => {
    const other = await savedTextbook(world, { state: "ingesting" });
    const open = (textbookId: string) => openPageForReview(world.ctx, { textbookId, pdfPage: 1 });
    await expect(open("tbk_1")).rejects.toMatchObject({ kind: "not-found" });
    await expect(open(other.textbookId)).rejects.toMatchObject({ code: "textbook.not-ready" });
  });
});
