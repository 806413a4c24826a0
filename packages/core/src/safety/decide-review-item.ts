import { type AccountPorts, recordAudit } from "../account/index.ts";
import { type Ctx, DomainError, parse, systemActor } from "../kernel/index.ts";
import type { FlagPorts } from "./flag-ports.ts";
import { flagReader, type FlagStaff } from "./flags/flag-reader.ts";
import { raiseFlag, type RaiseFlagPorts } from "./raise-flag.ts";
import { DecideReviewItemInput, type ReviewDesk, type StoredReviewItem } from "./review-schema.ts";

/**
 * A person decides about an answer: `fine`, `unsafe` (a flag is raised), or `wrong-answer` and `book-error`, which go on to the
 * platform when a school says so and are done when the platform does.
 *
 * Throws `not-found` `safety.no-review-item` alike for a missing one, another school's, and one that is not on the actor's desk;
 * `conflict` `safety.review-decided` when somebody was first.
 */
export async function decideReviewItem(
  ctx: Ctx<FlagStaff, RaiseFlagPorts & Pick<FlagPorts, "reviewItems"> & Pick<AccountPorts, "audit">>,
  input: DecideReviewItemInput,
): Promise<void> {
  const { itemId, schoolId: asked, decision } = parse(DecideReviewItemInput, input);
  const { actor, schoolId: own } = await flagReader(ctx);
  const schoolId = own ?? asked;
  const from: ReviewDesk = own === undefined ? "platform" : "school";
  const isOthers = own !== undefined && asked !== undefined && own !== asked;
  const item = schoolId === undefined || isOthers ? undefined : await ctx.reviewItems.get({ schoolId, itemId });
  if (!item || (item.desk === "school" && from === "platform")) {
    throw new DomainError("not-found", "safety.no-review-item");
  }
  const goesOn = from === "school" && (decision === "wrong-answer" || decision === "book-error");
  // The flag first: raised twice it is one, and a decision that is on record has its flag.
  if (decision === "unsafe" && item.desk === from) await flagUnsafe(ctx, item);
  const decided = await ctx.reviewItems.decide({
    item,
    from,
    to: goesOn ? "platform" : "done",
    decision,
    decidedBy: actor.staffId,
    decidedAtMs: ctx.clock.nowMs(),
  });
  if (!decided) throw new DomainError("conflict", "safety.review-decided");
  await recordAudit(ctx, {
    action: "review-item.decided",
    subject: itemId,
    schoolId: item.schoolId,
    details: { decision },
  });
}

async function flagUnsafe(ctx: Ctx<FlagStaff, RaiseFlagPorts>, item: StoredReviewItem): Promise<void> {
  const { schoolId, studentId, classroomId, pupilName, grade, conversationId, exchangeId } = item;
  await raiseFlag(
    { ...ctx, actor: systemActor },
    {
      kind: "unsafe-answer",
      severity: "high",
      pupil: { schoolId, classroomId, studentId, name: pupilName, grade },
      excerpt: item.question,
      categories: [...item.categories],
      exchange: { conversationId, exchangeId },
      atMs: item.atMs,
    },
  );
}
