import { type Ctx, DomainError, requireRole, type Student } from "../kernel/index.ts";
import type { TutorPorts } from "./ports.ts";
import type { StopAnswerInput } from "./schema.ts";

/**
 * Notes that the pupil stopped reading: `shownChars` of the answer's text were on the screen. The answer itself is still
 * finished and kept, because the page may ask for the rest. Throws `not-found` (tutor.no-exchange).
 */
export async function stopAnswer(
  ctx: Ctx<Student, Pick<TutorPorts, "exchanges">>,
  { conversationId, exchangeId, shownChars }: StopAnswerInput,
): Promise<void> {
  const { schoolId, studentId } = requireRole(ctx.actor, "student");
  const stopped = await ctx.exchanges.stop({ schoolId, studentId, conversationId, exchangeId }, shownChars);
  if (!stopped) throw new DomainError("not-found", "tutor.no-exchange");
}
