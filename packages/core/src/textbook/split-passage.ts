import { type Ctx, DomainError, parse, type PlatformAdmin, requireRole } from "../kernel/index.ts";
import { passageIdFrom } from "./layout/passage-id.ts";
import { changePage, type PageChange } from "./reviewing/change-page.ts";
import { isInsideMaths } from "./reviewing/check-maths.ts";
import { divideBoxes } from "./reviewing/divide-boxes.ts";
import { changeKeyOf, findPassage, replaceAt } from "./reviewing/find-passage.ts";
import type { PageUnderReview } from "./reviewing/read-page.ts";
import type { ChangePorts } from "./reviewing/review-ctx.ts";
import { SplitPassageInput } from "./reviewing/review-schema.ts";

/**
 * Cuts a passage in two before `position` (characters of its text, as JavaScript counts them). The first part keeps the id
 * and with it old citations; boxes are divided in proportion to the text. @throws DomainError `invalid`
 * (`textbook.split-at-edge`, `textbook.split-in-maths`); `conflict` `textbook.changed-meanwhile`; `not-found`
 */
export async function splitPassage(ctx: Ctx<PlatformAdmin, ChangePorts>, input: SplitPassageInput): Promise<void> {
  requireRole(ctx.actor, "platform-admin");
  const { textbookId, pdfPage, ...at } = parse(SplitPassageInput, input);
  const changeKey = changeKeyOf("split", at.version, at.position);
  await changePage(ctx, { textbookId, pdfPage }, (page) => {
    const index = findPassage(page, at, changeKey);
    return index === undefined ? undefined : splitAt(page, index, at.position, changeKey);
  });
}

function splitAt(page: PageUnderReview, index: number, position: number, changeKey: string): PageChange | undefined {
  const passage = page.passages[index];
  if (passage === undefined) return undefined;
  const { text, order } = passage;
  const [first, second] = [text.slice(0, position).trim(), text.slice(position).trim()];
  const isText = (part: string) => /[\p{L}\p{N}]/u.test(part);
  if (!isText(first) || !isText(second)) throw new DomainError("invalid", "textbook.split-at-edge");
  if (isInsideMaths(text, position)) throw new DomainError("invalid", "textbook.split-in-maths");

  const [placesOfFirst, placesOfSecond] = divideBoxes(passage, position / text.length);
  const version = passage.version + 1;
  const { formerIds: _merged, changeKey: _last, ...plain } = passage;
  const nextOrder = page.passages[index + 1]?.order ?? Math.floor(order) + 1;
  const passages = replaceAt(
    page,
    index,
    1,
    { ...passage, ...placesOfFirst, text: first, version, changeKey },
    {
      ...plain,
      ...placesOfSecond,
      // Of the passage and this very change: the same split sent again makes no third part.
      passageId: passageIdFrom([passage.passageId, passage.version, position].join("/")),
      text: second,
      version: 0,
      order: (order + Math.min(nextOrder, Math.floor(order) + 1)) / 2,
    },
  );
  const after = `${first}\n¶\n${second}`;
  return { action: "passage.split", subject: passage.passageId, before: text, after, passages };
}
