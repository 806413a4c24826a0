import { type Ctx, type Page, parse, type PlatformAdmin, requireRole } from "../kernel/index.ts";
import { thumbnailKey } from "./ingesting/library-keys.ts";
import { cursorOf, placeAfter, type SummedPage, sumPages } from "./reviewing/sum-pages.ts";
import { ListPagesForReviewInput, type ReviewListItem } from "./reviewing/review-schema.ts";
import { type LookPorts, reviewableBook } from "./reviewing/review-ctx.ts";

/** How long a thumbnail's address works, in seconds. */
const thumbnailExpiresInS = 3_600;

export interface PagesForReview extends Page<ReviewListItem> {
  /** Of the whole book: pages that a person has checked, and all. */
  readonly checked: number;
  readonly total: number;
}

/**
 * Pages of a book to be checked by a person, those first whose corrections were lost, then the least trustworthy text.
 * @throws DomainError `forbidden`; `not-found`; `conflict` `textbook.not-ready`; `invalid` `textbook.invalid-cursor`
 */
export async function listPagesForReview(
  ctx: Ctx<PlatformAdmin, LookPorts>,
  input: ListPagesForReviewInput,
): Promise<PagesForReview> {
  requireRole(ctx.actor, "platform-admin");
  const { textbookId, filter, cursor, limit } = parse(ListPagesForReviewInput, input);
  const book = await reviewableBook(ctx, textbookId);
  const all = await sumPages(ctx, book);
  const listed = all.filter(({ state }) => filter === "all" || state === filter);
  const rest = cursor === undefined ? listed : listed.filter(placeAfter(cursor));
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await Promise.all(shown.map(async (page) => ({ ...viewOf(page), thumbnailUrl: await sign(page.pdfPage) }))),
    ...(last !== undefined && rest.length > shown.length ? { cursor: cursorOf(last) } : {}),
    checked: all.filter(({ state }) => state === "approved").length,
    total: all.length,
  };

  function sign(pdfPage: number): Promise<string> {
    return ctx.library.presignGet({ key: thumbnailKey(book, pdfPage), expiresInS: thumbnailExpiresInS });
  }
}

function viewOf({ urgency: _urgency, ...page }: SummedPage): Omit<ReviewListItem, "thumbnailUrl"> {
  return page;
}
