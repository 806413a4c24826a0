import { beforeEach, describe, expect, it } from "vitest";
import { type ReviewWorld, reviewWorld } from "../../../../tests/support/review-world.ts";
import { teacher } from "../../../../tests/support/textbook-world.ts";
import { approvePage } from "./approve-page.ts";
import { reopenPage } from "./reopen-page.ts";

describe("reopenPage", { timeout: 60_000 }, () => {
  let world: ReviewWorld;
  beforeEach(async () => {
    world = await reviewWorld();
    await approvePage(world.ctx, input(0));
  });
  const input = (version = 1) => ({ textbookId: world.book.textbookId, pdfPage: 1, version });

  it("puts a checked page back among the open ones, and says so in the audit trail", async () => {
    await reopenPage(world.ctx, input());
    expect((await world.open()).state).toBe("open");
    expect((await world.audited()).map(({ action }) => action)).toEqual(["page.approved", "page.reopened"]);
  });

  it("refuses a page that was changed since it was shown", async () => {
    await expect(reopenPage(world.ctx, input(0))).rejects.toMatchObject({ code: "textbook.changed-meanwhile" });
  });

  it("is forbidden to a teacher, finds no other book, and changes nothing", async () => {
    await expect(reopenPage(world.ctxOf(teacher() as never), input())).rejects.toMatchObject({ kind: "forbidden" });
    const elsewhere = { ...input(), textbookId: "tbk_1" };
    await expect(reopenPage(world.ctx, elsewhere)).rejects.toMatchObject({ kind: "not-found" });
    expect((await world.open()).state).toBe("approved");
  });
});
