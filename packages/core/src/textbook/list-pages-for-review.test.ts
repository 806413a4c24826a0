import { beforeAll, describe, expect, it } from "vitest";
import { bookTexts, type ReviewWorld, reviewWorld } from "../../../../tests/support/review-world.ts";
import { savedTextbook, teacher } from "../../../../tests/support/textbook-world.ts";
import { approvePage } from "./approve-page.ts";
import { viewKey, pageKey } from "./ingesting/library-keys.ts";
import { readJson, writeJson } from "./ingesting/stored-page.ts";
import { listPagesForReview } from "./list-pages-for-review.ts";
import { readPassages, replacePassages } from "./reviewing/passages-file.ts";

const [first = [], second = []] = bookTexts;

describe("listPagesForReview", { timeout: 60_000 }, () => {
  let world: ReviewWorld;
  const list = (given: object = {}) => listPagesForReview(world.ctx, { textbookId: world.book.textbookId, ...given });
  const pagesOf = ({ items }: Awaited<ReturnType<typeof list>>) => items.map(({ pdfPage }) => pdfPage);

  beforeAll(async () => {
    // Pages 1 to 6; the fourth could not be read, the others are trusted more or less.
    world = await reviewWorld([first, second, first, [], second, []]);
    const confidences = new Map([
      [1, 0.9],
      [2, 0.6],
      [3, 0.6],
    ]);
    const file = await readPassages(world.ports, world.book);
    const passages = file.passages.map((passage) => {
      const confidence = confidences.get(passage.pdfPage);
      return confidence === undefined ? passage : { ...passage, textSource: "ocr" as const, confidence };
    });
    await replacePassages(world.ports, world.book, { ...file, passages });
    const { library } = world.ports;
    const unread = await readJson<object>(library, pageKey(world.book, 4));
    await writeJson(library, pageKey(world.book, 4), { ...unread, isUnread: true });
    expect(await readJson(library, viewKey(world.book, 4))).toBeDefined();
    await approvePage(world.ctx, { textbookId: world.book.textbookId, pdfPage: 3, version: 0 });
  });

  it("lists what could not be read first, then the least trustworthy text, and counts what was checked", async () => {
    const listed = await list({ filter: "all" });
    expect(pagesOf(listed)).toEqual([4, 2, 3, 1, 5, 6]);
    expect(listed).toMatchObject({ checked: 1, total: 6 });
    expect(listed.items[0]).toMatchObject({ confidence: 0, passageCount: 0, textSources: [] });
    expect(listed.items[1]).toMatchObject({ confidence: 0.6, passageCount: 2, textSources: ["ocr"], state: "open" });
    expect(listed.items[1]?.thumbnailUrl).toContain("/thumbnails/0002.webp");
  });

  it("filters by what was checked", async () => {
    expect(pagesOf(await list())).toEqual([4, 2, 1, 5, 6]);
    expect(pagesOf(await list({ filter: "approved" }))).toEqual([3]);
  });

  it("goes on from a cursor, page by page, to the end", async () => {
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ filter: "all", limit: 2, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...pagesOf(page));
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(seen).toEqual([4, 2, 3, 1, 5, 6]);
  });

  it.each(["", "x", "1.0-2", "1.00-999999"])("refuses a cursor that is none: %s", async (cursor) => {
    await expect(list({ cursor })).rejects.toMatchObject({ code: "textbook.invalid-cursor" });
  });

  it("is forbidden to a teacher, and finds no other book", async () => {
    const { textbookId } = world.book;
    const asTeacher = world.ctxOf(teacher() as never);
    await expect(listPagesForReview(asTeacher, { textbookId })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(list({ textbookId: "tbk_1" })).rejects.toMatchObject({ kind: "not-found" });
  });

  it("says that a book which is not ready can't be reviewed", async () => {
    const { textbookId } = await savedTextbook(world, { state: "failed" });
    await expect(list({ textbookId })).rejects.toMatchObject({ kind: "conflict", code: "textbook.not-ready" });
  });
});
