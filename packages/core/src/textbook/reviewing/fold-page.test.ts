import { describe, expect, it } from "vitest";
import { samplePassage } from "../../../../../tests/support/sample-passage.ts";
import type { Passage } from "../schema.ts";
import { draftPage } from "./draft-page.ts";
import { compareBooks, foldMarks, foldPage } from "./fold-page.ts";
import type { ReviewedPassage } from "./page-review.ts";

/** Twelve passages of 300 characters on three pages, in one section; a context holds about four of them. */
const book: readonly Passage[] = Array.from({ length: 12 }, (_unused, order) =>
  samplePassage({
    text: `${order} ${"а".repeat(298)}`,
    context: `as ingested ${order}`,
    order,
    pdfPage: Math.floor(order / 4) + 1,
  }),
);
const onPage = (pdfPage: number) => book.filter((passage) => passage.pdfPage === pdfPage);
const reviewOf = (pdfPage: number, change: (page: readonly ReviewedPassage[]) => readonly ReviewedPassage[]) => ({
  pdfPage,
  passages: change(draftPage(onPage(pdfPage), [])),
});
const correctFirst = ([first, ...rest]: readonly ReviewedPassage[]) =>
  first ? [{ ...first, text: "Засварласан", version: 1 }, ...rest] : [];

describe("foldPage", () => {
  it("puts the page's passages in, and leaves what is out of reach as ingestion made it", () => {
    const folded = foldPage(book, reviewOf(2, correctFirst));
    expect(folded.map(({ passageId }) => passageId)).toEqual(book.map(({ passageId }) => passageId));
    expect(folded[4]).toMatchObject({ text: "Засварласан", order: 4, pdfPage: 2 });
    expect(folded[3]?.context).toContain("Засварласан");
    for (const far of [0, 1, 8, 9, 10, 11]) expect(folded[far], String(far)).toBe(book[far]);
  });

  it("changes nothing the second time", () => {
    const review = reviewOf(2, correctFirst);
    const once = foldPage(book, review);
    expect(foldPage(once, review)).toEqual(once);
    expect(compareBooks(once, foldPage(once, review))).toEqual({ refresh: [], remove: [] });
  });

  it("takes other pages' order and contexts along when the page has fewer passages", () => {
    const folded = foldPage(
      book,
      reviewOf(2, (page) => page.slice(0, 1)),
    );
    expect(folded).toHaveLength(9);
    expect(folded[5]).toMatchObject({ passageId: book[8]?.passageId, order: 8 });
    expect(folded[5]?.context).toContain(book[4]?.text);
    const { refresh, remove } = compareBooks(book, folded);
    expect(remove).toEqual(book.slice(5, 8).map(({ passageId }) => passageId));
    expect(refresh).toContain(book[8]?.passageId);
    expect(refresh).not.toContain(book[11]?.passageId);
  });

  it("never lets a context reach into another section", () => {
    const sections = book.map((passage, index) => (index < 4 ? passage : { ...passage, section: "1.2." }));
    const page = draftPage(sections.slice(4, 8), []);
    const folded = foldPage(sections, { pdfPage: 2, passages: correctFirst(page) });
    expect(folded.slice(0, 4)).toEqual(sections.slice(0, 4));
    expect(folded[4]?.context.startsWith("Засварласан")).toBe(true);
  });

  it("leaves a book alone where nobody changed the page, or the page has no passages", () => {
    expect(foldPage(book, { pdfPage: 2 })).toBe(book);
    expect(foldPage(book, { pdfPage: 9, passages: [] })).toBe(book);
  });
});

describe("foldMarks", () => {
  const [first, second] = onPage(1);
  const before = samplePassage();
  const box = [0.1, 0.1, 0.8, 0.05] as const;
  const mark = (passage: Passage | undefined) => ({
    passageId: passage?.passageId ?? "",
    text: passage?.text ?? "",
    boxes: [[...box] satisfies Passage["boxes"][number]],
  });
  const page: readonly ReviewedPassage[] = draftPage(
    [first, second].filter((each) => each !== undefined),
    [{ pdfPage: 2, marks: [mark(second)] }],
  ).map((each) => ({ ...each, boxes: mark(first).boxes, text: `Засав ${each.order}` }));

  it("keeps what comes over from the page before, first", () => {
    const folded = foldMarks([mark(before), mark(first), mark(second)], 1, { pdfPage: 1, passages: page });
    expect(folded.map(({ text }) => text)).toEqual([before.text, "Засав 0", "Засав 1"]);
  });

  it("shows the corrected text on the next page too, where the passage goes on", () => {
    const own = samplePassage({ pdfPage: 2 });
    const folded = foldMarks([mark(second), mark(own)], 2, { pdfPage: 1, passages: page });
    expect(folded.map(({ text }) => text)).toEqual(["Засав 1", own.text]);
  });

  it("leaves nothing of a passage that was merged or read under another id", () => {
    const [one] = page;
    if (!one || !second || !first) expect.fail();
    const merged = { ...one, formerIds: [second.passageId] };
    const stranger = samplePassage();
    const marks = [mark(first), mark(second), mark(stranger)];
    const folded = foldMarks(marks, 1, { pdfPage: 1, passages: [merged] }, [stranger.passageId]);
    expect(folded).toEqual([{ ...mark(first), text: "Засав 0", formerIds: [second.passageId] }]);
  });
});
