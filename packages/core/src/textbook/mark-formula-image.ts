import { type Ctx, parse, type PlatformAdmin, requireRole } from "../kernel/index.ts";
import { changePage } from "./reviewing/change-page.ts";
import { changeKeyOf, findPassage, replaceAt } from "./reviewing/find-passage.ts";
import type { ReviewedPassage } from "./reviewing/page-review.ts";
import type { ChangePorts } from "./reviewing/review-ctx.ts";
import { MarkFormulaImageInput } from "./reviewing/review-schema.ts";

/**
 * Marks a passage «formula: use the image»: pupils see its part of the page instead of text that came out garbled, and
 * answers do not quote it; it is still found by its words. `useImage: false` takes the mark off again, the kind stays.
 * @throws DomainError `conflict` `textbook.changed-meanwhile`; `not-found`
 */
export async function markFormulaImage(
  ctx: Ctx<PlatformAdmin, ChangePorts>,
  input: MarkFormulaImageInput,
): Promise<void> {
  requireRole(ctx.actor, "platform-admin");
  const { textbookId, pdfPage, useImage, ...at } = parse(MarkFormulaImageInput, input);
  const changeKey = changeKeyOf("image", at.version, useImage);
  await changePage(ctx, { textbookId, pdfPage }, (page) => {
    const index = findPassage(page, at, changeKey);
    const passage = index === undefined ? undefined : page.passages[index];
    if (index === undefined || passage === undefined || (passage.useImage === true) === useImage) return undefined;
    const { useImage: _mark, ...rest } = passage;
    const version = passage.version + 1;
    const marked: ReviewedPassage = useImage
      ? { ...rest, version, changeKey, kind: "formula", useImage }
      : { ...rest, version, changeKey };
    const action = useImage ? "passage.shown-as-image" : "passage.shown-as-text";
    const passages = replaceAt(page, index, 1, marked);
    return { action, subject: passage.passageId, before: passage.text, after: passage.text, passages };
  });
}
