import { type Ctx, DomainError, requireRole, type Student } from "../kernel/index.ts";
import { maskPersonalData } from "../safety/index.ts";
import type { TutorPorts } from "./ports.ts";
import type { RateAnswerInput } from "./schema.ts";

/** Thumbs up or down for an answer, with a reason; a later rating replaces it. Throws `not-found` (tutor.no-exchange). */
export async function rateAnswer(
  ctx: Ctx<Student, Pick<TutorPorts, "exchanges">>,
  { conversationId, exchangeId, rating, reason, comment }: RateAnswerInput,
): Promise<void> {
  const { schoolId, studentId } = requireRole(ctx.actor, "student");
  const rated = await ctx.exchanges.rate(
    { schoolId, studentId, conversationId, exchangeId },
    {
      rating,
      ...(reason === undefined ? {} : { reason }),
      ...(comment === undefined ? {} : { comment: maskPersonalData(comment) }),
    },
  );
  if (!rated) throw new DomainError("not-found", "tutor.no-exchange");
}
