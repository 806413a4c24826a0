import type { Passage } from "../schema.ts";

/** Passages by the page that they begin on, in their order. */
export function groupPages(passages: readonly Passage[]): ReadonlyMap<number, readonly Passage[]> {
  const pages = new Map<number, Passage[]>();
  for (const passage of passages) {
    const own = pages.get(passage.pdfPage);
    if (own) own.push(passage);
    else pages.set(passage.pdfPage, [passage]);
  }
  return pages;
}
