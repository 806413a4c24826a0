import { DomainError } from "../../kernel/index.ts";
import { inParallel } from "../ingesting/in-parallel.ts";
import { pageKey } from "../ingesting/library-keys.ts";
import { readJson, type StoredPage } from "../ingesting/stored-page.ts";
import type { SavedTextbook } from "../ports.ts";
import type { Passage } from "../schema.ts";
import { groupPages } from "./group-pages.ts";
import type { PageReview } from "./page-review.ts";
import { readPassages } from "./passages-file.ts";
import type { LookPorts } from "./review-ctx.ts";
import type { ReviewListItem } from "./review-schema.ts";

/** Pages without a passage whose file is looked into side by side. */
const filesAtOnce = 12;

/** A page as the list shows it; `urgency` orders the list, lowest first. */
export interface SummedPage extends Omit<ReviewListItem, "thumbnailUrl"> {
  readonly urgency: number;
}

/** Every page of a book, most urgent first. */
export async function sumPages(
  ctx: Pick<LookPorts, "library" | "pageReviews">,
  book: SavedTextbook,
): Promise<readonly SummedPage[]> {
  const [{ passages }, reviews] = await Promise.all([readPassages(ctx, book), ctx.pageReviews.listOf(book.textbookId)]);
  const byPage = groupPages(passages);
  const reviewed = new Map(reviews.map((review) => [review.pdfPage, review]));
  const numbers = Array.from({ length: book.pageCount ?? 0 }, (_unused, index) => index + 1);
  const pages = await inParallel(numbers, filesAtOnce, async (pdfPage) => {
    const own = byPage.get(pdfPage) ?? [];
    // A page without passages is blank, or a picture, or could not be read at all: that one wants a look first.
    const isUnread = own.length === 0 && (await isUnreadPage(ctx, book, pdfPage));
    return sumPage(pdfPage, own, reviewed.get(pdfPage), isUnread);
  });
  return pages.toSorted((one, other) => one.urgency - other.urgency || one.pdfPage - other.pdfPage);
}

async function isUnreadPage(ctx: Pick<LookPorts, "library">, book: SavedTextbook, pdfPage: number): Promise<boolean> {
  const page = await readJson<StoredPage>(ctx.library, pageKey(book, pdfPage));
  return page?.isUnread === true;
}

/** One page's figures. Pure. */
export function sumPage(
  pdfPage: number,
  passages: readonly Passage[],
  review: Pick<PageReview, "state" | "lost"> | undefined,
  isUnread: boolean,
): SummedPage {
  const lostCount = review?.lost?.length ?? 0;
  const confidence = isUnread ? 0 : confidenceOf(passages);
  const printedPage = passages[0]?.printedPage;
  return {
    pdfPage,
    ...(printedPage === undefined ? {} : { printedPage }),
    state: review?.state ?? "open",
    textSources: [...new Set(passages.flatMap(({ textSource }) => (textSource === undefined ? [] : [textSource])))],
    confidence,
    passageCount: passages.length,
    lostCount,
    urgency: lostCount > 0 ? 0 : 1 + confidence,
  };
}

/** By length of text: a page with one doubtful label is better than one that is doubtful throughout. Two decimals. */
export function confidenceOf(passages: readonly Pick<Passage, "text" | "confidence">[]): number {
  const length = passages.reduce((sum, { text }) => sum + text.length, 0);
  const trusted = passages.reduce((sum, { text, confidence = 1 }) => sum + confidence * text.length, 0);
  return length === 0 ? 1 : Math.round((trusted / length) * 100) / 100;
}

/** The list from after this page on, also when the page has left it since. */
export const cursorOf = ({ urgency, pdfPage }: Pick<SummedPage, "urgency" | "pdfPage">): string =>
  `${urgency.toFixed(2)}-${pdfPage}`;

/** @throws DomainError `invalid` `textbook.invalid-cursor` */
export function placeAfter(cursor: string): (page: SummedPage) => boolean {
  const [, urgency, pdfPage] = /^(\d\.\d{2})-(\d{1,5})$/.exec(cursor) ?? [];
  if (urgency === undefined || pdfPage === undefined) throw new DomainError("invalid", "textbook.invalid-cursor");
  const at = { urgency: Number(urgency), pdfPage: Number(pdfPage) };
  return (page) => page.urgency > at.urgency || (page.urgency === at.urgency && page.pdfPage > at.pdfPage);
}
