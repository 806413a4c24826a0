import { type Ctx, DomainError, requireRole, type Student } from "../kernel/index.ts";
import { followExchange, type FollowerPorts } from "./answering/follow-exchange.ts";
import type { AnswerEvent, ResumeInput } from "./schema.ts";

/**
 * Brings back an answer after a lost connection: replayed when it is saved, waited for while it is made, made anew when
 * the request that made it died. Throws `not-found` (tutor.no-exchange) before the first event.
 */
export async function* resumeAnswer(
  ctx: Ctx<Student, FollowerPorts>,
  { conversationId, exchangeId }: ResumeInput,
): AsyncGenerator<AnswerEvent, void> {
  const { schoolId, studentId } = requireRole(ctx.actor, "student");
  const exchange = await ctx.exchanges.get({ schoolId, studentId, conversationId, exchangeId });
  if (!exchange) throw new DomainError("not-found", "tutor.no-exchange");
  yield* followExchange(ctx, exchange);
}
