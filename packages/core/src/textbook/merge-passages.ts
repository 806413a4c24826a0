import { type Ctx, DomainError, parse, type PlatformAdmin, requireRole } from "../kernel/index.ts";
import { changePage, type PageChange } from "./reviewing/change-page.ts";
import { isSameSection } from "./reviewing/compose-contexts.ts";
import { joinBoxes } from "./reviewing/divide-boxes.ts";
import { changeKeyOf, findPassage, replaceAt } from "./reviewing/find-passage.ts";
import type { ReviewedPassage } from "./reviewing/page-review.ts";
import type { PageUnderReview } from "./reviewing/read-page.ts";
import type { ChangePorts } from "./reviewing/review-ctx.ts";
import { tidyText } from "./reviewing/tidy-text.ts";
import { MergePassagesInput } from "./reviewing/review-schema.ts";

/**
 * Joins a passage with the one after it on the same page and in the same section. The first one's id stays; citations of
 * the second still open the page and mark the whole. @throws DomainError `invalid` (`textbook.no-neighbour`,
 * `textbook.other-section`, `textbook.passage-too-long`); `conflict` `textbook.changed-meanwhile`; `not-found`
 */
export async function mergePassages(ctx: Ctx<PlatformAdmin, ChangePorts>, input: MergePassagesInput): Promise<void> {
  requireRole(ctx.actor, "platform-admin");
  const { textbookId, pdfPage, next, ...at } = parse(MergePassagesInput, input);
  const changeKey = changeKeyOf("merge", at.version, next.passageId, next.version);
  await changePage(ctx, { textbookId, pdfPage }, (page) => {
    const index = findPassage(page, at, changeKey);
    if (index === undefined) return undefined;
    const nextIndex = findPassage(page, next, "");
    if (nextIndex !== index + 1) throw new DomainError("invalid", "textbook.no-neighbour");
    return merge(page, index, changeKey);
  });
}

function merge(page: PageUnderReview, index: number, changeKey: string): PageChange | undefined {
  const first = page.passages[index];
  const second = page.passages[index + 1];
  if (first === undefined || second === undefined) return undefined;
  if (!isSameSection(first, second)) throw new DomainError("invalid", "textbook.other-section");
  const text = tidyText(`${first.text}${seam(first, second)}${second.text}`);
  const confidences = [first.confidence, second.confidence].filter((each) => each !== undefined);
  const { useImage: _image, confidence: _confidence, ...rest } = first;
  const merged: ReviewedPassage = {
    ...rest,
    text,
    kind: first.kind === "text" ? second.kind : first.kind,
    boxes: joinBoxes(first.boxes, second.boxes),
    continues: [...first.continues, ...second.continues],
    formerIds: [...(first.formerIds ?? []), second.passageId, ...(second.formerIds ?? [])],
    version: first.version + 1,
    ...(confidences.length > 0 ? { confidence: Math.min(...confidences) } : {}),
    // One readable half is worth more than the picture of both.
    ...(first.useImage === true && second.useImage === true ? { useImage: true as const } : {}),
    changeKey,
  };
  const before = `${first.text}\n¶\n${second.text}`;
  const passages = replaceAt(page, index, 2, merged);
  return { action: "passage.merged", subject: first.passageId, before, after: text, passages };
}

/** A sentence that was torn apart goes on in its line; whatever else stands in a line of its own. */
function seam(first: ReviewedPassage, second: ReviewedPassage): string {
  const areText = first.kind === "text" && second.kind === "text";
  return areText && /^\p{Ll}/u.test(second.text) && !/[.!?:;…]$/u.test(first.text) ? " " : "\n";
}
