import type { PassageId } from "../../kernel/index.ts";
import type { StoredView } from "../ingesting/stored-page.ts";
import type { Passage } from "../schema.ts";
import { contextOf, neighboursOf } from "./compose-contexts.ts";
import type { PageReview, ReviewedPassage } from "./page-review.ts";

/**
 * The passages of a book with those of one page as people left them. Contexts are made anew on the page, and beside it
 * where they held or hold its text; everything else stays as it is. Folding twice changes nothing. Pure.
 */
export function foldPage(
  passages: readonly Passage[],
  { pdfPage, passages: reviewed }: Pick<PageReview, "pdfPage" | "passages">,
): readonly Passage[] {
  const from = passages.findIndex((passage) => passage.pdfPage === pdfPage);
  const place = passages[from];
  if (reviewed === undefined || place === undefined) return passages;
  const to = passages.findLastIndex((passage) => passage.pdfPage === pdfPage);
  const own = reviewed.map((each) => placeIn(place, each));
  const after = [...passages.slice(0, from), ...own, ...passages.slice(to + 1)];
  const shift = own.length - (to - from + 1);
  const newTo = to + shift;

  const folded = [...after];
  for (let index = from; index <= newTo; index += 1) refreshContext(folded, index, contextOf(after, index));
  for (const index of new Set([
    ...neighboursOf(after, from, newTo),
    ...shifted(neighboursOf(passages, from, to), to, shift),
  ])) {
    const context = contextOf(after, index);
    // Left alone where the page has no part in it, also where ingestion composed it in another way.
    if (contextOf(passages, index > newTo ? index - shift : index) !== context) refreshContext(folded, index, context);
  }
  return folded;
}

const shifted = (indexes: readonly number[], to: number, shift: number) =>
  indexes.map((index) => (index > to ? index + shift : index));

function refreshContext(passages: Passage[], index: number, context: string): void {
  const passage = passages[index];
  if (passage !== undefined && passage.context !== context) passages[index] = { ...passage, context };
}

/** What the page and the book give, with what people say. */
function placeIn(place: Passage, reviewed: ReviewedPassage): Passage {
  const { textbookId, bookTitle, subject, grade, edition, pdfPage, printedPage } = place;
  const { passageId, chapter, section, kind, text, boxes, textSource, confidence, useImage, order } = reviewed;
  return {
    passageId,
    textbookId,
    bookTitle,
    subject,
    grade,
    edition,
    ...(chapter === undefined ? {} : { chapter }),
    ...(section === undefined ? {} : { section }),
    kind,
    text,
    context: "",
    pdfPage,
    ...(printedPage === undefined ? {} : { printedPage }),
    boxes: [...boxes],
    ...(textSource === undefined ? {} : { textSource }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(useImage === true ? { useImage } : {}),
    order,
  };
}

/** What the search index has to learn: ids that are new or other than before, and ids that are gone. */
export function compareBooks(
  before: readonly Passage[],
  after: readonly Passage[],
): { readonly refresh: readonly PassageId[]; readonly remove: readonly PassageId[] } {
  const known = new Map(before.map((passage) => [passage.passageId, passage]));
  const left = new Set(after.map(({ passageId }) => passageId));
  const isOther = (passage: Passage) => {
    const old = known.get(passage.passageId);
    return old !== passage && JSON.stringify(old) !== JSON.stringify(passage);
  };
  return {
    refresh: after.filter(isOther).map(({ passageId }) => passageId),
    remove: [...known.keys()].filter((passageId) => !left.has(passageId)),
  };
}

type Marked = StoredView["passages"];

/**
 * What the viewer marks on one page, with a reviewed page's passages in place of what was read there (`replaced`: ids of
 * that, where ingestion has given others since). Pure.
 */
export function foldMarks(
  marked: Marked,
  pdfPage: number,
  review: Pick<PageReview, "pdfPage" | "passages">,
  replaced: readonly string[] = [],
): Marked {
  const reviewed = review.passages ?? [];
  const known = reviewed.flatMap(({ passageId, formerIds = [] }) => [passageId, ...formerIds]);
  const own = new Set<string>([...known, ...replaced]);
  const others = marked.filter(({ passageId }) => !own.has(passageId));
  const here = reviewed.flatMap(({ passageId, text, useImage, formerIds, boxes, continues }) => {
    const shown = pdfPage === review.pdfPage ? boxes : continues.find((part) => part.pdfPage === pdfPage)?.boxes;
    if (shown === undefined || shown.length === 0) return [];
    return [
      {
        passageId,
        text,
        boxes: shown,
        ...(useImage === true ? { useImage } : {}),
        ...(formerIds ? { formerIds } : {}),
      },
    ];
  });
  // What comes over from the page before stands first.
  return pdfPage === review.pdfPage ? [...others, ...here] : [...here, ...others];
}
