import type { StoredView } from "../ingesting/stored-page.ts";
import type { Passage } from "../schema.ts";
import type { ReviewedPassage } from "./page-review.ts";

/** The passages that begin on a page as ingestion read them, ready to be changed. `viewsAfter`: the pages that follow, in order. */
export function draftPage(
  passages: readonly Passage[],
  viewsAfter: readonly { readonly pdfPage: number; readonly marks: StoredView["passages"] }[],
): readonly ReviewedPassage[] {
  return passages.map((passage, origin) => {
    const { passageId, kind, text, order, chapter, section, textSource, confidence, useImage, boxes } = passage;
    return {
      passageId,
      version: 0,
      origin,
      kind,
      text,
      order,
      ...(chapter === undefined ? {} : { chapter }),
      ...(section === undefined ? {} : { section }),
      ...(textSource === undefined ? {} : { textSource }),
      ...(confidence === undefined ? {} : { confidence }),
      ...(useImage === true ? { useImage } : {}),
      boxes,
      continues: viewsAfter.flatMap(({ pdfPage, marks }) => {
        const mark = marks.find((each) => each.passageId === passageId);
        return mark ? [{ pdfPage, boxes: mark.boxes }] : [];
      }),
    };
  });
}
