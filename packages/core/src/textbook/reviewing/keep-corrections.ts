import type { TextbookId } from "../../kernel/index.ts";
import type { ReadBook } from "../layout/read-book.ts";
import type { TextbookPorts } from "../ports.ts";
import type { PageView, Passage } from "../schema.ts";
import { isSameSection } from "./compose-contexts.ts";
import { foldMarks, foldPage } from "./fold-page.ts";
import { groupPages } from "./group-pages.ts";
import { hashPage } from "./hash-page.ts";
import type { PageReview, ReviewedPassage } from "./page-review.ts";

/** A book as it was read, with people's corrections in it. */
interface CorrectedBook extends Pick<ReadBook, "passages" | "contents"> {
  readonly pages: readonly {
    readonly pdfPage: number;
    readonly printedPage: string | undefined;
    readonly marks: PageView["passages"];
  }[];
}

/**
 * Puts what people corrected over a book that was read anew. A page whose text was read as before keeps its corrections and
 * its approval; on any other page they would stand for something nobody has seen: they are kept as lost, for review, and
 * the page is open again. Repeating it changes nothing more.
 */
export async function keepCorrections(
  ctx: Pick<TextbookPorts, "pageReviews">,
  textbookId: TextbookId,
  book: ReadBook,
): Promise<CorrectedBook> {
  const reviews = await ctx.pageReviews.listOf(textbookId);
  const read = groupPages(book.passages);
  let { passages, pages }: CorrectedBook = book;
  for (const review of reviews) {
    const own = read.get(review.pdfPage) ?? [];
    const kept = hashPage(own) === review.sourceHash ? replant(review, own) : lose(review, own);
    // Somebody who writes at this moment meets a book that is not ready, so nobody is faster.
    if (kept !== review) await ctx.pageReviews.save(kept, review.version);
    if (kept.passages === undefined) continue;
    passages = foldPage(passages, kept);
    const replaced = own.map(({ passageId }) => passageId);
    pages = pages.map((page) => ({ ...page, marks: foldMarks(page.marks, page.pdfPage, kept, replaced) }));
  }
  return { ...book, passages, pages };
}

/** The same text may stand elsewhere in the book's order and under other titles than before. */
function replant(review: PageReview, own: readonly Passage[]): PageReview {
  const passages = review.passages?.map((passage): ReviewedPassage => {
    const source = own[passage.origin];
    const order = source && source.order + (passage.order % 1);
    if (source === undefined || (order === passage.order && isSameSection(source, passage))) return passage;
    const { chapter: _chapter, section: _section, ...rest } = passage;
    const { chapter, section } = source;
    return {
      ...rest,
      ...(chapter === undefined ? {} : { chapter }),
      ...(section === undefined ? {} : { section }),
      order: order ?? passage.order,
    };
  });
  if (passages === undefined || passages.every((passage, index) => passage === review.passages?.[index])) return review;
  return { ...review, version: review.version + 1, passages };
}

function lose(review: PageReview, own: readonly Passage[]): PageReview {
  const { passages, pending, lost = [], ...rest } = review;
  const corrected = (passages ?? []).filter(({ version }) => version > 0);
  const all = [...lost, ...corrected.map(({ kind, text }) => ({ kind, text }))];
  // What was done is still told; what it left to do in files and index is void.
  const audits = pending?.audits ?? [];
  return {
    ...rest,
    version: review.version + 1,
    state: "open",
    sourceHash: hashPage(own),
    ...(all.length > 0 ? { lost: all } : {}),
    ...(audits.length > 0 ? { pending: { refresh: [], remove: [], audits } } : {}),
  };
}
