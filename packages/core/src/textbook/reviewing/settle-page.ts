import { recordAudit } from "../../account/index.ts";
import { type Ctx, DomainError, type PassageId, type PlatformAdmin, type SystemActor } from "../../kernel/index.ts";
import { addToIndex } from "../ingesting/add-to-index.ts";
import { isStillSearched } from "../ingesting/index-book.ts";
import { viewKey } from "../ingesting/library-keys.ts";
import type { StoredView } from "../ingesting/stored-page.ts";
import type { SavedTextbook } from "../ports.ts";
import type { Passage } from "../schema.ts";
import { compareBooks, foldMarks, foldPage } from "./fold-page.ts";
import type { PageReview, PendingAudit } from "./page-review.ts";
import { readPassages, replacePassages } from "./passages-file.ts";
import type { ChangePorts } from "./review-ctx.ts";

type SettleCtx = Ctx<PlatformAdmin | SystemActor, ChangePorts>;

/** Each loser of a race for a file tries again at once: more administrators than this do not write at the same moment. */
const tries = 12;
const maxViewBytes = 4 * 1024 * 1024;

/**
 * Brings everything outside the table up to a page's record: audit trail, `passages.jsonl`, page views, search index; then
 * strikes the work off. Every step may be repeated, and the files are replaced only in the version that was read, so that
 * two administrators on two pages of one book lose nothing of each other.
 */
export async function settlePage(ctx: SettleCtx, book: SavedTextbook, review: PageReview): Promise<void> {
  const { pending, ...rest } = review;
  if (pending === undefined) return;
  for (const audit of pending.audits) await tell(ctx, audit);
  if (review.passages !== undefined) {
    const folded = await foldFile(ctx, book, review);
    await foldViews(ctx, book, review);
    await refreshIndex(ctx, book, [...pending.refresh, ...folded], pending.remove);
  }
  // Refused when the page was changed again meanwhile: that change has taken this work over and does it once more.
  await ctx.pageReviews.save(rest, review.version);
}

/** Under the id, the time and the name that the change was decided with. */
function tell(ctx: SettleCtx, { eventId, atMs, by, action, subject, details }: PendingAudit): Promise<void> {
  const then = { nowMs: () => atMs };
  const ids = { next: () => eventId as never };
  // Their act, whoever finishes it.
  const actor = { ...ctx.actor, role: "platform-admin", staffId: by } as PlatformAdmin;
  return recordAudit({ ...ctx, actor, clock: then, ids }, { action, subject, details });
}

/** Folds the page into the file of passages; answers the ids that it changed there. */
async function foldFile(ctx: SettleCtx, book: SavedTextbook, review: PageReview): Promise<readonly PassageId[]> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const { passages, version } = await readPassages(ctx, book);
    const folded = foldPage(passages, await newest(ctx, review));
    const { refresh, remove } = compareBooks(passages, folded);
    if (refresh.length === 0 && remove.length === 0) return [];
    if (await replacePassages(ctx, book, { passages: folded, version })) return refresh;
  }
  throw new DomainError("unavailable", "textbook.storage-down");
}

/**
 * The page's record as it is now. Read after the file that it goes into: were it read before, a change that another
 * administrator has made and folded in between would be written over by the older one.
 */
async function newest(ctx: SettleCtx, review: PageReview): Promise<PageReview> {
  return (await ctx.pageReviews.get(review.textbookId, review.pdfPage)) ?? review;
}

async function foldViews(ctx: SettleCtx, book: SavedTextbook, review: PageReview): Promise<void> {
  const continued = (review.passages ?? []).flatMap(({ continues }) => continues.map(({ pdfPage }) => pdfPage));
  for (const pdfPage of new Set([review.pdfPage, ...continued])) await foldView(ctx, book, review, pdfPage);
}

async function foldView(ctx: SettleCtx, book: SavedTextbook, review: PageReview, pdfPage: number): Promise<void> {
  const key = viewKey(book, pdfPage);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const file = await ctx.library.getVersioned({ key, maxBytes: maxViewBytes });
    if (file === undefined) throw new DomainError("unavailable", "textbook.file-missing");
    const view = JSON.parse(new TextDecoder().decode(file.body)) as StoredView;
    const passages = foldMarks(view.passages, pdfPage, await newest(ctx, review));
    const body = JSON.stringify({ ...view, passages });
    if (await ctx.library.replace({ key, version: file.version, body, contentType: "application/json" })) return;
  }
  throw new DomainError("unavailable", "textbook.storage-down");
}

/**
 * Embeds and indexes these passages anew, as the file holds them now, and takes the others out. When the file changed while
 * that was under way, an older text may have come over a newer one: then once more.
 */
async function refreshIndex(
  ctx: SettleCtx,
  book: SavedTextbook,
  refresh: readonly PassageId[],
  remove: readonly PassageId[],
): Promise<void> {
  const ids = new Set(refresh);
  let { passages, version } = await readPassages(ctx, book);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const touched = passages.filter(({ passageId }) => ids.has(passageId));
    if (touched.length > 0) await addToIndex(ctx, touched);
    if (!(await isStillSearched(ctx, ctx.passages, book.textbookId))) return;
    const gone = leftOut(remove, passages);
    if (gone.length > 0) await ctx.passages.removePassages(gone);
    const now = await readPassages(ctx, book);
    if (now.version === version) return;
    ({ passages, version } = now);
  }
}

function leftOut(ids: readonly PassageId[], passages: readonly Passage[]): readonly PassageId[] {
  const left = new Set(passages.map(({ passageId }) => passageId));
  return ids.filter((passageId) => !left.has(passageId));
}
