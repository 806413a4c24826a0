import { type Ctx, type PlatformAdmin, requireRole } from "../kernel/index.ts";
import { imageKey, viewKey } from "./ingesting/library-keys.ts";
import { requireJson, type StoredView } from "./ingesting/stored-page.ts";
import { isSameSection } from "./reviewing/compose-contexts.ts";
import type { ReviewedPassage } from "./reviewing/page-review.ts";
import { readPassages } from "./reviewing/passages-file.ts";
import { readPage } from "./reviewing/read-page.ts";
import { type LookPorts, requirePage, reviewableBook } from "./reviewing/review-ctx.ts";
import type { ReviewPassageView, ReviewPageView } from "./reviewing/review-schema.ts";
import { cursorOf, sumPage } from "./reviewing/sum-pages.ts";

/** How long the image's address works, in seconds: an afternoon of correcting. */
const imageExpiresInS = 4 * 3_600;

/**
 * One page for checking: its image, and the passages that begin on it with what each change of them has to name.
 * @throws DomainError `forbidden`; `not-found`; `conflict` `textbook.not-ready`
 */
export async function openPageForReview(
  ctx: Ctx<PlatformAdmin, LookPorts>,
  input: { readonly textbookId: string; readonly pdfPage: number },
): Promise<ReviewPageView> {
  requireRole(ctx.actor, "platform-admin");
  const book = await reviewableBook(ctx, input.textbookId);
  const pdfPage = requirePage(book, input.pdfPage);
  const { textbookId, title, pageCount = 0 } = book;
  const [view, url, { passages }, stored] = await Promise.all([
    requireJson<StoredView>(ctx.library, viewKey(book, pdfPage)),
    ctx.library.presignGet({ key: imageKey(book, pdfPage), expiresInS: imageExpiresInS }),
    readPassages(ctx, book),
    ctx.pageReviews.get(book.textbookId, pdfPage),
  ]);
  const page = await readPage(ctx, book, { pdfPage, passages, stored });
  const own = passages.filter((passage) => passage.pdfPage === pdfPage);
  return {
    textbookId,
    title,
    pdfPage,
    ...(view.printedPage === undefined ? {} : { printedPage: view.printedPage }),
    pageCount,
    image: { url, ...view.image },
    state: page.state,
    version: page.version,
    isUnfinished: page.pending !== undefined,
    passages: page.passages.map((passage, index) => viewOf(passage, page.passages[index + 1])),
    lost: page.lost ?? [],
    cursor: cursorOf(sumPage(pdfPage, own, stored, false)),
  };
}

function viewOf(passage: ReviewedPassage, next: ReviewedPassage | undefined): ReviewPassageView {
  const { passageId, version, kind, text, boxes, chapter, section, textSource, confidence, useImage } = passage;
  return {
    passageId,
    version,
    kind,
    text,
    boxes,
    ...(chapter === undefined ? {} : { chapter }),
    ...(section === undefined ? {} : { section }),
    ...(textSource === undefined ? {} : { textSource }),
    ...(confidence === undefined ? {} : { confidence }),
    useImage: useImage === true,
    canMerge: isSameSection(passage, next),
  };
}
