import { beforeEach, describe, expect, it } from "vitest";
import { type ReviewWorld, reviewWorld } from "../../../../../tests/support/review-world.ts";
import { replaceBook } from "../../../../../tests/support/textbook-world.ts";
import { systemActor } from "../../kernel/index.ts";
import { correctPassage } from "../correct-passage.ts";
import { finishUnfinished } from "./finish-unfinished.ts";

describe("finishUnfinished", { timeout: 60_000 }, () => {
  let world: ReviewWorld;
  const corrected = "Хлорофил бол навчийг ногоон болгодог пигмент юм.";
  let passageId = "";

  /** A correction that dies before it reaches the search. */
  beforeEach(async () => {
    world = await reviewWorld();
    const passage = (await world.open()).passages[1] ?? expect.fail();
    ({ passageId } = passage);
    const { version, kind } = passage;
    const { textbookId } = world.book;
    const dead = { ...world.ctx.passages, add: () => Promise.reject(new Error("killed")) };
    const input = { textbookId, pdfPage: 1, passageId, version, kind, text: corrected };
    await expect(correctPassage({ ...world.ctx, passages: dead }, input)).rejects.toThrow("killed");
  });

  /** The sweeper some minutes later, blind for the pages of tests that run beside this one. */
  const later = (minutes: number) => {
    const { pageReviews } = world.ports;
    const listUnfinished = async () =>
      (await pageReviews.listUnfinished(1_000)).filter(({ textbookId }) => textbookId === world.book.textbookId);
    const clock = { nowMs: () => Date.now() + minutes * 60_000 };
    return { ...world.as(systemActor), clock, pageReviews: { ...pageReviews, listUnfinished } };
  };
  const inSearch = async () => (await world.ports.passages.find([passageId as never])).map(({ text }) => text);

  it("brings a correction that broke off to the search, in the name of who made it", async () => {
    expect((await world.open()).isUnfinished).toBe(true);
    expect(await inSearch()).not.toEqual([corrected]);
    expect(await finishUnfinished(later(3))).toBe(1);
    expect(await inSearch()).toEqual([corrected]);
    expect((await world.open()).isUnfinished).toBe(false);
    expect(await world.audited()).toMatchObject([
      { action: "passage.corrected", role: "platform-admin", accountId: world.ctx.actor.staffId },
    ]);
    expect(await finishUnfinished(later(3))).toBe(0);
  });

  it("does not disturb a change that is being settled", async () => {
    expect(await finishUnfinished(later(1))).toBe(0);
    expect((await world.open()).isUnfinished).toBe(true);
  });

  it("lets nothing of an edition that was replaced meanwhile back into the search", async () => {
    await replaceBook(world, world.book);
    expect(await finishUnfinished(later(3))).toBe(1);
    expect(await inSearch()).toEqual([]);
    expect(await finishUnfinished(later(3))).toBe(0);
  });

  it("leaves no record of a book that is gone", async () => {
    await world.ports.textbooks.remove(world.book.textbookId);
    expect(await finishUnfinished(later(3))).toBe(0);
    expect(await world.ports.pageReviews.get(world.book.textbookId, 1)).toBeUndefined();
  });
});
