import { type Ctx, DomainError, requireRole, type Student } from "../kernel/index.ts";
import type { TutorPorts } from "./ports.ts";
import type { ConversationInput } from "./schema.ts";

/**
 * Deletes a conversation with its questions and answers. Throws `not-found` (tutor.no-conversation).
 * The mark comes first: from then on no question can be added, so the exchanges found afterwards are all there are.
 */
export async function deleteConversation(
  ctx: Ctx<Student, Pick<TutorPorts, "conversations" | "exchanges">>,
  { conversationId }: ConversationInput,
): Promise<void> {
  const { schoolId, studentId } = requireRole(ctx.actor, "student");
  const key = { schoolId, studentId, conversationId };
  const marked = await ctx.conversations.markDeleted(key, ctx.clock.nowMs());
  // Also when the mark was there: a deletion that died half way is finished by its repetition.
  await ctx.exchanges.deleteAll(key);
  if (!marked) throw new DomainError("not-found", "tutor.no-conversation");
}
