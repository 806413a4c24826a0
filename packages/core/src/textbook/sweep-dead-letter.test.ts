import { describe, expect, it } from "vitest";
import { savedTextbook, type TextbookWorld, textbookWorld } from "../../../../tests/support/textbook-world.ts";
import { type AlarmName, systemActor, systemIds } from "../kernel/index.ts";
import type { SavedTextbook } from "./ports.ts";
import { sweepDeadLetter } from "./sweep-dead-letter.ts";

function burial(world: TextbookWorld) {
  const raised: AlarmName[] = [];
  return { ctx: { ...world.as(systemActor), alarms: { raise: (name: AlarmName) => void raised.push(name) } }, raised };
}

const underWay = (world: TextbookWorld, given: Partial<SavedTextbook> = {}) =>
  savedTextbook(world, { state: "ingesting", jobId: systemIds.next("job"), pageCount: 60, pagesDone: 0, ...given });

const step = ({ textbookId, jobId }: SavedTextbook, range: { fromPage: number; toPage?: number }) => ({
  body: { kind: "ingest-pages", textbookId, jobId, ...range },
});

describe("a step among the dead letters", () => {
  it.each([
    ["that opens the book", { fromPage: 1 }],
    ["that reads a range", { fromPage: 25, toPage: 48 }],
    ["that builds the passages", { fromPage: 61 }],
  ])("%s ends its book as internal, with an alarm", async (_what, range) => {
    const world = textbookWorld();
    const book = await underWay(world, { pagesRead: [25, 26] });
    const { ctx, raised } = burial(world);
    await sweepDeadLetter(ctx, step(book, range));
    await sweepDeadLetter(ctx, step(book, range));
    expect(await world.ports.textbooks.get(book.textbookId)).toMatchObject({ state: "failed", failure: "internal" });
    expect(raised).toEqual(["dead-letter", "dead-letter"]);
  });

  it("whose pages another message has read meanwhile leaves its book going", async () => {
    const world = textbookWorld();
    const book = await underWay(world, { pagesRead: [25, 26, 27] });
    await sweepDeadLetter(burial(world).ctx, step(book, { fromPage: 25, toPage: 27 }));
    expect((await world.ports.textbooks.get(book.textbookId))?.state).toBe("ingesting");
  });

  it("of an older job, or of a book that is gone, changes nothing", async () => {
    const world = textbookWorld();
    const book = await underWay(world);
    const { ctx } = burial(world);
    await sweepDeadLetter(ctx, step({ ...book, jobId: systemIds.next("job") }, { fromPage: 1 }));
    await sweepDeadLetter(ctx, step({ ...book, textbookId: systemIds.next("textbook") }, { fromPage: 1 }));
    expect((await world.ports.textbooks.get(book.textbookId))?.state).toBe("ingesting");
  });

  it("of a book that was made ready before the older edition left the search takes that one out, and no other", async () => {
    const world = textbookWorld();
    const olderId = systemIds.next("textbook");
    const newer = await underWay(world, { state: "ready", replaces: olderId });
    await savedTextbook(world, { textbookId: olderId, state: "replaced", replacedBy: newer.textbookId });
    const rival = await underWay(world, { state: "ready", replaces: olderId });
    const removed: string[] = [];
    const { ctx } = burial(world);
    const removeTextbook = async (textbookId: string) => void removed.push(textbookId);
    const passages: typeof ctx.passages = { ...ctx.passages, removeTextbook };
    await sweepDeadLetter({ ...ctx, passages }, step(rival, { fromPage: 61 }));
    expect(removed).toEqual([]);
    await sweepDeadLetter({ ...ctx, passages }, step(newer, { fromPage: 61 }));
    expect(removed).toEqual([olderId]);
  });
});

it.each([undefined, "text", { Records: [] }])("anything else only raises the alarm: %j", async (body) => {
  const { ctx, raised } = burial(textbookWorld());
  await sweepDeadLetter(ctx, { body });
  expect(raised).toEqual(["dead-letter"]);
});
