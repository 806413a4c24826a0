import { type Ctx, parse, type PlatformAdmin, requireRole } from "../kernel/index.ts";
import { changePage } from "./reviewing/change-page.ts";
import { changeKeyOf, findPassage, replaceAt } from "./reviewing/find-passage.ts";
import type { ReviewedPassage } from "./reviewing/page-review.ts";
import type { ChangePorts } from "./reviewing/review-ctx.ts";
import { tidyText } from "./reviewing/tidy-text.ts";
import { CorrectPassageInput } from "./reviewing/review-schema.ts";

/**
 * Corrects a passage's text and kind. Its place, section and boxes stay; the passage is embedded and indexed anew, as are
 * the neighbours whose context holds its text. Sending the same correction twice changes nothing more.
 * @throws DomainError `invalid` (`textbook.passage-empty`, `passage-too-long`, `maths-unbalanced`); `conflict`
 * `textbook.changed-meanwhile` when the passage is no longer of this version; `not-found`
 */
export async function correctPassage(ctx: Ctx<PlatformAdmin, ChangePorts>, input: CorrectPassageInput): Promise<void> {
  requireRole(ctx.actor, "platform-admin");
  const { textbookId, pdfPage, kind, ...at } = parse(CorrectPassageInput, input);
  const text = tidyText(at.text);
  const changeKey = changeKeyOf("correct", at.version, kind, text);
  await changePage(ctx, { textbookId, pdfPage }, (page) => {
    const index = findPassage(page, at, changeKey);
    const passage = index === undefined ? undefined : page.passages[index];
    if (index === undefined || passage === undefined) return undefined;
    if (passage.text === text && passage.kind === kind) return undefined;
    const version = passage.version + 1;
    // What a person has read against the page needs no second look.
    const corrected: ReviewedPassage = { ...passage, text, kind, version, confidence: 1, changeKey };
    const [before, after] = [passage.text, text];
    const passages = replaceAt(page, index, 1, corrected);
    return { action: "passage.corrected", subject: passage.passageId, before, after, passages };
  });
}
