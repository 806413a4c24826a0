import { type Ctx, DomainError, type PlatformAdmin } from "../../kernel/index.ts";
import { compareBooks, foldPage } from "./fold-page.ts";
import { hashText } from "./hash-page.ts";
import type { PageReview, PendingWork, ReviewedPassage, ReviewState } from "./page-review.ts";
import { readPassages } from "./passages-file.ts";
import { type PageUnderReview, readPage } from "./read-page.ts";
import { type ChangePorts, requirePage, reviewableBook } from "./review-ctx.ts";
import { settlePage } from "./settle-page.ts";

/** What a person wants of a page, decided on what the page is now. */
export interface PageChange {
  readonly action: `${string}.${string}`;
  /** Id of what is changed: a passage, or the book. */
  readonly subject: string;
  readonly before: string;
  readonly after: string;
  /** The page's passages from now on; left out where only the page's state changes. */
  readonly passages?: readonly ReviewedPassage[];
  readonly state?: ReviewState;
}

/** Somebody else may write the same page's record at the same moment, and once more when this one tries again. */
const tries = 6;
const excerptLength = 80;

/**
 * Makes one change of one page. The table's record is written first, under its version, with what is left to do outside
 * the table; then audit trail, files and search index follow ({@link settlePage}). So a crash anywhere is mended by the
 * same change sent again (`decide` answers undefined: it is there already), by the page's next change, or by `finishPage`.
 * @throws DomainError `forbidden`, `not-found`, what `decide` throws, `conflict` `textbook.changed-meanwhile`
 */
export async function changePage(
  ctx: Ctx<PlatformAdmin, ChangePorts>,
  input: { readonly textbookId: string; readonly pdfPage: number },
  decide: (page: PageUnderReview) => PageChange | undefined,
): Promise<void> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const book = await reviewableBook(ctx, input.textbookId);
    const pdfPage = requirePage(book, input.pdfPage);
    const [stored, { passages }] = await Promise.all([
      ctx.pageReviews.get(book.textbookId, pdfPage),
      readPassages(ctx, book),
    ]);
    const page = await readPage(ctx, book, { pdfPage, passages, stored });
    const change = decide(page);
    if (change === undefined) {
      if (stored) await settlePage(ctx, book, stored);
      return;
    }
    const review = reviewAfter(ctx, page, stored, change);
    // Before the write: afterwards nothing would tell which neighbours' contexts held the old text.
    const index = compareBooks(passages, foldPage(passages, review));
    const saved = { ...review, pending: add(stored?.pending, index, auditOf(ctx, page, change)) };
    if (await ctx.pageReviews.save(saved, page.version)) return settlePage(ctx, book, saved);
  }
  throw new DomainError("conflict", "textbook.changed-meanwhile");
}

function reviewAfter(
  ctx: Ctx<PlatformAdmin>,
  page: PageUnderReview,
  stored: PageReview | undefined,
  change: PageChange,
): PageReview {
  const { textbookId, pdfPage, sourceHash, lost } = page;
  const passages = change.passages ?? stored?.passages;
  return {
    textbookId,
    pdfPage,
    sourceHash,
    version: page.version + 1,
    state: change.state ?? page.state,
    ...(passages === undefined ? {} : { passages }),
    // Who approves a page has seen what could not be kept.
    ...(lost === undefined || change.state === "approved" ? {} : { lost }),
    updatedAtMs: ctx.clock.nowMs(),
  };
}

function auditOf(
  { actor, ids, clock }: Ctx<PlatformAdmin>,
  page: PageUnderReview,
  change: PageChange,
): PendingWork["audits"][number] {
  const { action, subject, before, after } = change;
  const details = {
    textbookId: page.textbookId,
    pdfPage: page.pdfPage,
    version: page.version + 1,
    beforeHash: hashText(before),
    afterHash: hashText(after),
    excerpt: after.slice(0, excerptLength),
  };
  return { eventId: ids.next("event"), atMs: clock.nowMs(), action, subject, by: actor.staffId, details };
}

function add(
  pending: PendingWork | undefined,
  { refresh, remove }: Pick<PendingWork, "refresh" | "remove">,
  audit: PendingWork["audits"][number],
): PendingWork {
  return {
    refresh: [...new Set([...(pending?.refresh ?? []), ...refresh])],
    remove: [...new Set([...(pending?.remove ?? []), ...remove])],
    audits: [...(pending?.audits ?? []), audit],
  };
}
