import { beforeEach, describe, expect, it } from "vitest";
import { type ReviewWorld, reviewWorld } from "../../../../tests/support/review-world.ts";
import { platformAdmin, teacher } from "../../../../tests/support/textbook-world.ts";
import { approvePage } from "./approve-page.ts";
import { correctPassage } from "./correct-passage.ts";

describe("approvePage", { timeout: 60_000 }, () => {
  let world: ReviewWorld;
  beforeEach(async () => {
    world = await reviewWorld();
  });
  const input = (version = 0) => ({ textbookId: world.book.textbookId, pdfPage: 1, version });

  it("records that the page was checked, in the audit trail too", async () => {
    await approvePage(world.ctx, input());
    expect(await world.open()).toMatchObject({ state: "approved", version: 1, isUnfinished: false });
    expect((await world.open(2)).state).toBe("open");
    expect(await world.audited()).toMatchObject([{ action: "page.approved", subject: world.book.textbookId }]);
  });

  it("sent twice is recorded once", async () => {
    await approvePage(world.ctx, input());
    await approvePage(world.ctx, input());
    expect(await world.audited()).toHaveLength(1);
  });

  it("refuses a page that somebody changed since it was shown", async () => {
    const { passageId = "", kind = "text" } = (await world.open()).passages[0] ?? {};
    const other = world.ctxOf(platformAdmin());
    await correctPassage(other, { ...input(), passageId, kind, text: "Өөрчилсөн." });
    await expect(approvePage(world.ctx, input(0))).rejects.toMatchObject({ code: "textbook.changed-meanwhile" });
    await approvePage(world.ctx, input(1));
    expect((await world.open()).state).toBe("approved");
  });

  it("is forbidden to a teacher, finds no other page, and changes nothing", async () => {
    await expect(approvePage(world.ctxOf(teacher() as never), input())).rejects.toMatchObject({ kind: "forbidden" });
    await expect(approvePage(world.ctx, { ...input(), pdfPage: 3 })).rejects.toMatchObject({ kind: "not-found" });
    await expect(approvePage(world.ctx, { ...input(), textbookId: "tbk_1" })).rejects.toMatchObject({
      kind: "not-found",
    });
    expect((await world.open()).version).toBe(0);
  });
});
