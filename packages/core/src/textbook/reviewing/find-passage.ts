import { DomainError } from "../../kernel/index.ts";
import { hashText } from "./hash-page.ts";
import type { ReviewedPassage } from "./page-review.ts";
import type { PageUnderReview } from "./read-page.ts";

/** Which passage a change is for, as the person saw it. */
export interface PassageToChange {
  readonly passageId: string;
  /** The passage's version when it was shown. */
  readonly version: number;
}

export const changeKeyOf = (...parts: readonly (string | number | boolean)[]): string =>
  hashText(JSON.stringify(parts)).slice(0, 16);

/**
 * The passage's position on the page; undefined when this very change (`changeKey`) was made already.
 * @throws DomainError `not-found` `textbook.no-passage`; `conflict` `textbook.changed-meanwhile`
 */
export function findPassage(
  page: PageUnderReview,
  { passageId, version }: PassageToChange,
  changeKey: string,
): number | undefined {
  const index = page.passages.findIndex((passage) => passage.passageId === passageId);
  const passage = page.passages[index];
  if (passage === undefined) {
    const isMerged = page.passages.some(({ formerIds }) => formerIds?.some((former) => former === passageId));
    if (isMerged) throw new DomainError("conflict", "textbook.changed-meanwhile");
    throw new DomainError("not-found", "textbook.no-passage");
  }
  if (passage.version === version) return index;
  if (passage.version === version + 1 && passage.changeKey === changeKey) return undefined;
  throw new DomainError("conflict", "textbook.changed-meanwhile");
}

/** The page's passages with `count` of them, from `index`, replaced. */
export function replaceAt(
  { passages }: PageUnderReview,
  index: number,
  count: number,
  ...by: readonly ReviewedPassage[]
): readonly ReviewedPassage[] {
  return passages.toSpliced(index, count, ...by);
}
