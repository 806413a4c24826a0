import { beforeEach, describe, expect, it } from "vitest";
import { bookTexts, type ReviewWorld, reviewWorld } from "../../../../../tests/support/review-world.ts";
import { platformAdmin, pupilOf } from "../../../../../tests/support/textbook-world.ts";
import { approvePage } from "../approve-page.ts";
import { correctPassage } from "../correct-passage.ts";
import { deleteTextbook } from "../delete-textbook.ts";
import { listPagesForReview } from "../list-pages-for-review.ts";
import { openPage } from "../open-page.ts";
import { splitPassage } from "../split-passage.ts";
import { readPassages } from "./passages-file.ts";

const [first = [], second = []] = bookTexts;
const corrected = "Хлорофил бол навчийг ногоон болгодог пигмент юм.";

describe("keepCorrections", { timeout: 60_000 }, () => {
  let world: ReviewWorld;
  let textbookId: string;

  beforeEach(async () => {
    world = await reviewWorld();
    ({ textbookId } = world.book);
    const { passages } = await world.open();
    const [one, two] = passages;
    if (!one || !two) expect.fail();
    const at = { textbookId, pdfPage: 1 };
    await correctPassage(world.ctx, { ...at, passageId: two.passageId, version: 0, kind: "text", text: corrected });
    const position = one.text.indexOf("Навчны");
    await splitPassage(world.ctx, { ...at, passageId: one.passageId, version: 0, position });
    await approvePage(world.ctx, { ...at, version: 2 });
  });

  it("keeps corrections, ids and approval of a page whose text is read as before", async () => {
    const before = await readPassages(world.ports, world.book);
    const page = await openPage(world.as(pupilOf(8)), { textbookId, pdfPage: 1 });
    await world.readAnew();
    expect((await readPassages(world.ports, world.book)).passages).toEqual(before.passages);
    expect(await openPage(world.as(pupilOf(8)), { textbookId, pdfPage: 1 })).toMatchObject({ passages: page.passages });
    expect(await world.open()).toMatchObject({ state: "approved", lost: [] });
    expect(await world.ports.passages.find(before.passages.map(({ passageId }) => passageId))).toEqual(before.passages);
  });

  it("carries them to the page's new titles and place in the book", async () => {
    const renamed = first.map((text) => text.replace("1.1. Фотосинтез", "2.4. Гэрэл ба ургамал"));
    await world.readAnew([
      renamed,
      [...second, "Шинээр орсон бүтэн нэг өгүүлбэр энд байна, энэ нь өмнө нь байгаагүй."],
    ]);
    const { passages } = await readPassages(world.ports, world.book);
    expect(passages[2]).toMatchObject({ text: corrected, chapter: "2.4. Гэрэл ба ургамал" });
    expect(new Set(passages.map(({ passageId }) => passageId)).size).toBe(passages.length);
    expect((await world.open()).passages[2]).toMatchObject({ text: corrected, chapter: "2.4. Гэрэл ба ургамал" });
  });

  it("lists them as lost where the text is read differently: nothing is shown that nobody has compared", async () => {
    const [title = "", one = "", , three = ""] = first;
    await world.readAnew([
      [title, one, "Огт өөрөөр уншигдсан шинэ өгүүлбэр энд бүтэн зогсож байна шүү дээ.", three],
      second,
    ]);
    const page = await world.open();
    expect(page).toMatchObject({ state: "open" });
    expect(page.passages.map(({ text }) => text).join()).not.toContain("пигмент");
    expect(page.lost.map(({ text }) => text)).toContain(corrected);
    const { items } = await listPagesForReview(world.ctx, { textbookId });
    expect(items[0]).toMatchObject({ pdfPage: 1, lostCount: 2 });

    await approvePage(world.ctx, { textbookId, pdfPage: 1, version: page.version });
    expect((await world.open()).lost).toEqual([]);
  });

  it("says the same when the book is read once more", async () => {
    await world.readAnew([[...first, "Нэмэгдсэн шинэ өгүүлбэр энд бүтэн зогсож байна, урьд нь байгаагүй юм."], second]);
    const page = await world.open();
    await world.readAnew([[...first, "Нэмэгдсэн шинэ өгүүлбэр энд бүтэн зогсож байна, урьд нь байгаагүй юм."], second]);
    expect(await world.open()).toMatchObject({ version: page.version, lost: page.lost, state: "open" });
  });

  it("go with their book when it is deleted", async () => {
    await deleteTextbook({ ...world.ctx, actor: platformAdmin() }, { textbookId });
    expect(await world.ports.pageReviews.listOf(world.book.textbookId)).toEqual([]);
  });
});
