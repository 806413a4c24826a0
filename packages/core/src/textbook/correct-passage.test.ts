import { beforeEach, describe, expect, it } from "vitest";
import { type ReviewWorld, reviewWorld } from "../../../../tests/support/review-world.ts";
import {
  embeddingAfter,
  platformAdmin,
  pupilOf,
  replaceBook,
  teacher,
} from "../../../../tests/support/textbook-world.ts";
import type { PassageId } from "../kernel/index.ts";
import { correctPassage } from "./correct-passage.ts";
import { deleteTextbook } from "./delete-textbook.ts";
import { findPassages } from "./find-passages.ts";
import { openPage } from "./open-page.ts";
import { readPassages } from "./reviewing/passages-file.ts";
import type { ReviewPassageView } from "./reviewing/review-schema.ts";

describe("correctPassage", { timeout: 60_000 }, () => {
  let world: ReviewWorld;
  let passage: ReviewPassageView;
  const corrected = "Хлорофил бол навчийг ногоон болгодог пигмент юм.";

  beforeEach(async () => {
    world = await reviewWorld();
    passage = (await world.open()).passages[1] ?? expect.fail();
  });

  const inputFor = (text: string, given: Partial<ReviewPassageView> = {}) => {
    const { passageId, version, kind } = { ...passage, ...given };
    return { textbookId: world.book.textbookId, pdfPage: 1, passageId, version, kind, text };
  };
  const idsOf = (passages: readonly { passageId: string }[]) => passages.map(({ passageId }) => passageId);

  it("shows the corrected text to reviewers, pupils' page viewer, search and re-indexing alike", async () => {
    await correctPassage(world.ctx, inputFor(corrected));
    const { textbookId } = world.book;
    expect((await world.open()).passages[1]).toMatchObject({ ...passage, text: corrected, version: 1, confidence: 1 });
    const pupil = world.as(pupilOf(8));
    const page = await openPage(pupil, { textbookId, pdfPage: 1 });
    expect(page.passages[1]).toEqual({ passageId: passage.passageId, text: corrected, boxes: passage.boxes });
    const { hits } = await findPassages(pupil, { question: "хлорофил пигмент", grade: 8, limit: 3 });
    expect(hits[0]?.passage.text).toBe(corrected);
    const { passages } = await readPassages(world.ports, world.book);
    expect(passages[1]).toMatchObject({ text: corrected, chapter: "1.1. Фотосинтез", order: 1 });
  });

  it("keeps every id, and embeds only the passage and the neighbours whose context holds its text", async () => {
    const before = await readPassages(world.ports, world.book);
    const embedded: string[] = [];
    const { embeddings } = world.ctx;
    const embed: typeof embeddings.embed = (texts, purpose) => {
      embedded.push(...texts);
      return embeddings.embed(texts, purpose);
    };
    await correctPassage({ ...world.ctx, embeddings: { ...embeddings, embed } }, inputFor(corrected));
    const { passages } = await readPassages(world.ports, world.book);
    expect(idsOf(passages)).toEqual(idsOf(before.passages));
    // Three passages in the section, all within one context; the two of the other section are left alone.
    expect(embedded).toHaveLength(3);
    for (const { context } of passages.slice(0, 3)) expect(context).toContain(corrected);
    expect(passages.slice(3)).toEqual(before.passages.slice(3));
    const found = await world.ports.passages.find(passages.map((each) => each.passageId));
    expect(found).toEqual(passages);
  });

  it.each([
    ["replaced", () => replaceBook(world, world.book)],
    ["deleted", () => deleteTextbook(world.ctx, world.book)],
  ])("brings nothing of a book that is %s at that moment back into the search", async (_how, happens) => {
    const ids = (await readPassages(world.ports, world.book)).passages.map(({ passageId }) => passageId);
    const embeddings = embeddingAfter(world.ctx.embeddings, happens);
    await correctPassage({ ...world.ctx, embeddings }, inputFor(corrected)).catch(() => undefined);
    expect(await world.ports.passages.find(ids)).toEqual([]);
  });

  it("tells the audit trail who changed which text to which", async () => {
    await correctPassage(world.ctx, inputFor(corrected));
    const [entry, ...others] = await world.audited();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      action: "passage.corrected",
      subject: passage.passageId,
      accountId: world.ctx.actor.staffId,
      role: "platform-admin",
      details: { pdfPage: 1, version: 1, excerpt: corrected },
    });
    expect(entry?.details["beforeHash"]).toMatch(/^[0-9a-f]{64}$/);
    expect(entry?.details["afterHash"]).not.toBe(entry?.details["beforeHash"]);
  });

  it("does the same correction sent twice once", async () => {
    await Promise.all([correctPassage(world.ctx, inputFor(corrected)), correctPassage(world.ctx, inputFor(corrected))]);
    expect((await world.open()).passages[1]).toMatchObject({ version: 1, text: corrected });
  });

  it("refuses the second of two administrators on one passage, and names the conflict", async () => {
    await correctPassage(world.ctx, inputFor(corrected));
    const other = world.ctxOf(platformAdmin());
    await expect(correctPassage(other, inputFor("Хлорофил бол өөр зүйл."))).rejects.toMatchObject({
      kind: "conflict",
      code: "textbook.changed-meanwhile",
    });
    expect((await world.open()).passages[1]?.text).toBe(corrected);
  });

  it("loses nothing when several administrators correct different passages of a book at once", async () => {
    const pages = [await world.open(1), await world.open(2)];
    const all = pages.flatMap(({ pdfPage, passages }) => passages.map((each) => ({ ...each, pdfPage })));
    await Promise.all(
      all.map(({ passageId, version, kind, text, pdfPage }) => {
        const input = { textbookId: world.book.textbookId, pdfPage, passageId, version, kind, text: `Засав. ${text}` };
        return correctPassage(world.ctxOf(platformAdmin()), input);
      }),
    );
    const { passages } = await readPassages(world.ports, world.book);
    expect(passages.map(({ text }) => text)).toEqual(all.map(({ text }) => `Засав. ${text}`));
    expect(await world.ports.passages.find(passages.map(({ passageId }) => passageId))).toEqual(passages);
    for (const pdfPage of [1, 2]) {
      const page = await openPage(world.ctx, { textbookId: world.book.textbookId, pdfPage });
      for (const { text } of page.passages) expect(text).toMatch(/^Засав\. /);
    }
    expect(await world.audited()).toHaveLength(all.length);
  });

  it.each(["audit", "library", "passages", "pageReviews"] as const)(
    "mends a change that broke off at %s when it is sent again",
    async (part) => {
      const broken = new Error("gone");
      const fail = () => Promise.reject(broken);
      const parts = {
        audit: { ...world.ctx.audit, append: fail },
        library: { ...world.ctx.library, replace: fail },
        passages: { ...world.ctx.passages, add: fail },
        // The write that strikes the work off, after everything else.
        pageReviews: {
          ...world.ctx.pageReviews,
          save: (...[review, version]: Parameters<typeof world.ctx.pageReviews.save>) =>
            review.pending ? world.ctx.pageReviews.save(review, version) : fail(),
        },
      };
      await expect(correctPassage({ ...world.ctx, [part]: parts[part] }, inputFor(corrected))).rejects.toBe(broken);
      expect((await world.open()).isUnfinished).toBe(true);
      await correctPassage(world.ctx, inputFor(corrected));
      const page = await world.open();
      expect(page).toMatchObject({ isUnfinished: false, version: 1 });
      const [found] = await world.ports.passages.find([passage.passageId as PassageId]);
      expect(found).toMatchObject({ text: corrected });
      expect(await world.audited()).toHaveLength(1);
    },
  );

  it.each([
    ["nothing but spaces", " \n ", "textbook.passage-empty"],
    ["signs alone", "… —", "textbook.passage-empty"],
    ["more than a passage", "үг ".repeat(400), "textbook.passage-too-long"],
    ["a formula without its end", "Томьёо $x^2 юм", "textbook.maths-unbalanced"],
    ["a brace without its partner", "Томьёо $\\frac{1}{2$ юм", "textbook.maths-unbalanced"],
  ])("refuses %s and changes nothing", async (_name, text, code) => {
    await expect(correctPassage(world.ctx, inputFor(text))).rejects.toMatchObject({ kind: "invalid", code });
    expect((await world.open()).version).toBe(0);
  });

  it("takes invisible characters out and keeps maths", async () => {
    await correctPassage(world.ctx, inputFor("Хүч\u200B:\r\n$$F = ma$$  "));
    expect((await world.open()).passages[1]?.text).toBe("Хүч:\n$$F = ma$$");
  });

  it.each([
    ["a teacher", teacher()],
    ["a pupil", pupilOf(8)],
  ])("is forbidden to %s, and changes nothing", async (_name, actor) => {
    const ctx = world.ctxOf(actor as never);
    await expect(correctPassage(ctx, inputFor(corrected))).rejects.toMatchObject({ kind: "forbidden" });
    expect((await world.open()).version).toBe(0);
    expect(await world.audited()).toEqual([]);
  });

  it("finds nothing under another book, page or passage", async () => {
    const other = await reviewWorld();
    const input = inputFor(corrected);
    const wrong = [
      { ...input, textbookId: other.book.textbookId },
      { ...input, textbookId: "tbk_1" },
      { ...input, pdfPage: 2 },
      { ...input, pdfPage: 3 },
    ];
    for (const each of wrong) {
      await expect(correctPassage(world.ctx, each)).rejects.toMatchObject({ kind: "not-found" });
    }
  });
});
