import { beforeEach, describe, expect, it } from "vitest";
import { type ReviewWorld, reviewWorld } from "../../../../tests/support/review-world.ts";
import { pupilOf, teacher } from "../../../../tests/support/textbook-world.ts";
import { correctPassage } from "./correct-passage.ts";
import { openPage } from "./open-page.ts";
import { readPassages } from "./reviewing/passages-file.ts";
import type { ReviewPassageView } from "./reviewing/review-schema.ts";
import { splitPassage } from "./split-passage.ts";

describe("splitPassage", { timeout: 60_000 }, () => {
  let world: ReviewWorld;
  let passage: ReviewPassageView;
  let position: number;

  beforeEach(async () => {
    world = await reviewWorld();
    passage = (await world.open()).passages[0] ?? expect.fail();
    position = passage.text.indexOf("Навчны");
  });

  const input = (given: object = {}) => {
    const { passageId, version } = passage;
    return { textbookId: world.book.textbookId, pdfPage: 1, passageId, version, position, ...given };
  };

  it("makes two passages: the first keeps the id, the boxes are divided like the text", async () => {
    await splitPassage(world.ctx, input());
    const { passages } = await readPassages(world.ports, world.book);
    expect(passages.map(({ text }) => text).slice(0, 3)).toEqual([
      passage.text.slice(0, position).trim(),
      passage.text.slice(position),
      expect.stringContaining("Хлорофил"),
    ]);
    const [first, second, third] = passages;
    expect(first?.passageId).toBe(passage.passageId);
    expect([first?.order, second?.order, third?.order]).toEqual([0, 0.5, 1]);
    const [box = [0, 0, 0, 0]] = passage.boxes;
    const share = box[3] * (position / passage.text.length);
    expect(first?.boxes[0]?.[3]).toBeCloseTo(share, 3);
    expect(second?.boxes[0]?.[1]).toBeCloseTo(box[1] + share, 3);
    expect(second?.boxes[0]?.[3]).toBeCloseTo(box[3] - share, 3);
  });

  it("brings both parts to the search index and the page viewer", async () => {
    await splitPassage(world.ctx, input());
    const { passages } = await readPassages(world.ports, world.book);
    expect(await world.ports.passages.find(passages.map(({ passageId }) => passageId))).toEqual(passages);
    const page = await openPage(world.as(pupilOf(8)), { textbookId: world.book.textbookId, pdfPage: 1 });
    expect(page.passages.map(({ text }) => text)).toEqual(passages.slice(0, 4).map(({ text }) => text));
    expect((await world.audited()).map(({ action, subject }) => [action, subject])).toEqual([
      ["passage.split", passage.passageId],
    ]);
  });

  it("sent twice makes two parts, not three", async () => {
    await splitPassage(world.ctx, input());
    await splitPassage(world.ctx, input());
    expect((await world.open()).passages).toHaveLength(4);
  });

  it("splits a part of a split again, in order", async () => {
    await splitPassage(world.ctx, input());
    const second = (await world.open()).passages[1] ?? expect.fail();
    await splitPassage(
      world.ctx,
      input({ passageId: second.passageId, version: 0, position: second.text.indexOf("өнгөт") }),
    );
    const { passages } = await readPassages(world.ports, world.book);
    const orders = passages.map(({ order }) => order);
    expect(orders).toEqual(orders.toSorted((one, other) => one - other));
    expect(new Set(orders).size).toBe(7);
  });

  it.each([
    ["at its beginning", 0],
    ["at its end", 10_000],
  ])("refuses to split %s", async (_name, at) => {
    await expect(splitPassage(world.ctx, input({ position: at }))).rejects.toMatchObject({
      code: "textbook.split-at-edge",
    });
  });

  it("refuses to split inside a formula", async () => {
    const text = "Хүч нь $F = m a$ томьёогоор олддог.";
    const { passageId, version, kind } = passage;
    await correctPassage(world.ctx, { textbookId: world.book.textbookId, pdfPage: 1, passageId, version, kind, text });
    const inside = input({ version: 1, position: text.indexOf("m a") });
    await expect(splitPassage(world.ctx, inside)).rejects.toMatchObject({ code: "textbook.split-in-maths" });
  });

  it("refuses a passage that was changed since it was shown", async () => {
    const { passageId, version, kind } = passage;
    const { textbookId } = world.book;
    await correctPassage(world.ctx, { textbookId, pdfPage: 1, passageId, version, kind, text: "Өөр болсон." });
    await expect(splitPassage(world.ctx, input())).rejects.toMatchObject({ code: "textbook.changed-meanwhile" });
  });

  it("is forbidden to a teacher, finds nothing in another book, and changes nothing", async () => {
    const ctx = world.ctxOf(teacher() as never);
    await expect(splitPassage(ctx, input())).rejects.toMatchObject({ kind: "forbidden" });
    const other = await reviewWorld();
    const elsewhere = input({ textbookId: other.book.textbookId });
    await expect(splitPassage(world.ctx, elsewhere)).rejects.toMatchObject({ kind: "not-found" });
    expect((await world.open()).version).toBe(0);
    expect((await other.open()).version).toBe(0);
  });
});
