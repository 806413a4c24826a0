import { type Ctx, type Page, parse } from "../kernel/index.ts";
import type { SchoolPorts } from "../school/index.ts";
import type { FlagPorts } from "./flag-ports.ts";
import { flagReader, type FlagStaff } from "./flags/flag-reader.ts";
import { ListReviewItemsInput, type ReviewItemView, type StoredReviewItem } from "./review-schema.ts";

/**
 * Answers and refusals that wait for a person, oldest first: of the actor's school, or, for a platform administrator, what schools
 * found to be wrong. Nobody is told whose question it was, and the platform sees no pupil's own remark.
 * Throws `forbidden` `safety.not-safeguard`, `invalid` `safety.invalid-cursor`.
 */
export async function listReviewItems(
  ctx: Ctx<FlagStaff, Pick<FlagPorts, "reviewItems"> & Pick<SchoolPorts, "schools">>,
  input: ListReviewItemsInput = {},
): Promise<Page<ReviewItemView>> {
  const { show, cursor } = parse(ListReviewItemsInput, input);
  const { schoolId } = await flagReader(ctx);
  const page =
    schoolId === undefined
      ? await ctx.reviewItems.listAll({ desk: show === "done" ? "done" : "platform", cursor })
      : await ctx.reviewItems.listOf({ schoolId, desk: show === "done" ? "done" : "school", cursor });
  const items = page.items.map((item) => reviewItemView(item, schoolId === undefined));
  return { items, ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
}

function reviewItemView(item: StoredReviewItem, isNational: boolean): ReviewItemView {
  const { itemId, schoolId, reason, desk, grade, atMs, question, answer, categories, sources } = item;
  const { card, comment, decision, decidedAtMs } = item;
  return {
    itemId,
    schoolId,
    reason,
    desk,
    grade,
    atMs,
    question,
    answer,
    categories,
    sources,
    ...(card === undefined ? {} : { card }),
    ...(comment === undefined || isNational ? {} : { comment }),
    ...(decision === undefined ? {} : { decision }),
    ...(decidedAtMs === undefined ? {} : { decidedAtMs }),
  };
}
