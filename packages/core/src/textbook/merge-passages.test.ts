import { beforeEach, describe, expect, it } from "vitest";
import { bookTexts, type ReviewWorld, reviewWorld } from "../../../../tests/support/review-world.ts";
import { pupilOf, teacher } from "../../../../tests/support/textbook-world.ts";
import { findPassages } from "./find-passages.ts";
import { mergePassages } from "./merge-passages.ts";
import { openPage } from "./open-page.ts";
import { readPassages } from "./reviewing/passages-file.ts";
import type { ReviewPassageView } from "./reviewing/review-schema.ts";

describe("mergePassages", { timeout: 60_000 }, () => {
  let world: ReviewWorld;
  let passages: readonly ReviewPassageView[];

  beforeEach(async () => {
    world = await reviewWorld();
    ({ passages } = await world.open());
  });

  const at = (index: number) => {
    const { passageId = "", version = 0 } = passages[index] ?? {};
    return { passageId, version };
  };
  const input = (first: number, second: number) => ({
    textbookId: world.book.textbookId,
    pdfPage: 1,
    ...at(first),
    next: at(second),
  });

  it("joins text and boxes under the first id, and takes the second out of file and index", async () => {
    const [one, two] = passages;
    await mergePassages(world.ctx, input(0, 1));
    const { passages: left } = await readPassages(world.ports, world.book);
    expect(left).toHaveLength(4);
    expect(left[0]).toMatchObject({
      passageId: one?.passageId,
      text: `${one?.text}\n${two?.text}`,
      boxes: [...(one?.boxes ?? []), ...(two?.boxes ?? [])],
    });
    expect(await world.ports.passages.find([two?.passageId as never])).toEqual([]);
    expect(await world.ports.passages.find(left.map(({ passageId }) => passageId))).toEqual(left);
    const { hits } = await findPassages(world.as(pupilOf(8)), { question: "хлорофил бодис", grade: 8, limit: 5 });
    expect(hits.map(({ passage }) => passage.passageId)).not.toContain(two?.passageId);
    expect(hits[0]?.passage.passageId).toBe(one?.passageId);
  });

  it("lets an old answer's citation of the second open the page and find the whole", async () => {
    await mergePassages(world.ctx, input(0, 1));
    const page = await openPage(world.as(pupilOf(8)), { textbookId: world.book.textbookId, pdfPage: 1 });
    expect(page.passages[0]).toMatchObject({ passageId: at(0).passageId, formerIds: [at(1).passageId] });
    expect(page.passages).toHaveLength(2);
  });

  it("is audited once, also when it is sent twice", async () => {
    await mergePassages(world.ctx, input(0, 1));
    await mergePassages(world.ctx, input(0, 1));
    expect((await world.audited()).map(({ action }) => action)).toEqual(["passage.merged"]);
    expect((await world.open()).passages).toHaveLength(2);
  });

  it("mends a merge that broke off before the index heard of it", async () => {
    const removePassages = () => Promise.reject(new Error("gone"));
    const broken = { ...world.ctx, passages: { ...world.ctx.passages, removePassages } };
    await expect(mergePassages(broken, input(0, 1))).rejects.toThrow("gone");
    expect(await world.ports.passages.find([at(1).passageId as never])).toHaveLength(1);
    await mergePassages(world.ctx, input(0, 1));
    expect(await world.ports.passages.find([at(1).passageId as never])).toEqual([]);
  });

  it("refuses passages that are no neighbours, or not in this order", async () => {
    for (const wrong of [input(0, 2), input(1, 0), input(0, 0)]) {
      await expect(mergePassages(world.ctx, wrong)).rejects.toMatchObject({ code: "textbook.no-neighbour" });
    }
  });

  it("refuses neighbours of two sections", async () => {
    const [first = [], second = []] = bookTexts;
    world = await reviewWorld([[...first, ...second]]);
    ({ passages } = await world.open());
    expect(passages[2]).toMatchObject({ canMerge: false });
    await expect(mergePassages(world.ctx, input(2, 3))).rejects.toMatchObject({ code: "textbook.other-section" });
    expect((await world.open()).version).toBe(0);
  });

  it("refuses what a merge has swallowed already", async () => {
    await mergePassages(world.ctx, input(0, 1));
    await expect(mergePassages(world.ctx, input(1, 2))).rejects.toMatchObject({ code: "textbook.changed-meanwhile" });
  });

  it("is forbidden to a teacher, finds nothing in another book, and changes nothing", async () => {
    await expect(mergePassages(world.ctxOf(teacher() as never), input(0, 1))).rejects.toMatchObject({
      kind: "forbidden",
    });
    const other = await reviewWorld();
    const elsewhere = { ...input(0, 1), textbookId: other.book.textbookId };
    await expect(mergePassages(world.ctx, elsewhere)).rejects.toMatchObject({ kind: "not-found" });
    expect((await world.open()).version).toBe(0);
  });
});
