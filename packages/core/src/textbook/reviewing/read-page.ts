import { viewKey } from "../ingesting/library-keys.ts";
import { requireJson, type StoredView } from "../ingesting/stored-page.ts";
import type { FileStore, SavedTextbook } from "../ports.ts";
import type { Passage } from "../schema.ts";
import { draftPage } from "./draft-page.ts";
import { hashPage } from "./hash-page.ts";
import type { PageReview, ReviewedPassage } from "./page-review.ts";

/** A page with what people did to it so far, or as it was read. */
export type PageUnderReview = PageReview & { readonly passages: readonly ReviewedPassage[] };

/** The page as it is to be shown and changed: what people left, else what ingestion read. Version 0: nobody has touched it. */
export async function readPage(
  ctx: { readonly library: FileStore },
  book: SavedTextbook,
  {
    pdfPage,
    passages,
    stored,
  }: {
    readonly pdfPage: number;
    readonly passages: readonly Passage[];
    readonly stored: PageReview | undefined;
  },
): Promise<PageUnderReview> {
  if (stored?.passages) return { ...stored, passages: stored.passages };
  const own = passages.filter((passage) => passage.pdfPage === pdfPage);
  const read = draftPage(own, await viewsAfter(ctx, book, pdfPage, own.at(-1)?.passageId));
  if (stored) return { ...stored, passages: read };
  const { textbookId } = book;
  const sourceHash = hashPage(own);
  return { textbookId, pdfPage, version: 0, state: "open", sourceHash, passages: read, updatedAtMs: book.updatedAtMs };
}

/** The pages onto which the page's last passage runs. */
async function viewsAfter(
  ctx: { readonly library: FileStore },
  book: SavedTextbook,
  pdfPage: number,
  lastId: string | undefined,
) {
  const views: { pdfPage: number; marks: StoredView["passages"] }[] = [];
  if (lastId === undefined) return views;
  for (let next = pdfPage + 1; next <= (book.pageCount ?? 0); next += 1) {
    const { passages: marks } = await requireJson<StoredView>(ctx.library, viewKey(book, next));
    if (!marks.some(({ passageId }) => passageId === lastId)) break;
    views.push({ pdfPage: next, marks });
  }
  return views;
}
