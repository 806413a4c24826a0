import { type Ctx, DomainError, requireRole, type Student } from "../kernel/index.ts";
import { maskPersonalData } from "../safety/index.ts";
import type { TutorPorts } from "./ports.ts";
import type { RenameConversationInput } from "./schema.ts";

/** Gives a conversation another title; personal data in it is masked. Throws `not-found` (tutor.no-conversation). */
export async function renameConversation(
  ctx: Ctx<Student, Pick<TutorPorts, "conversations">>,
  { conversationId, title }: RenameConversationInput,
): Promise<void> {
  const { schoolId, studentId } = requireRole(ctx.actor, "student");
  const renamed = await ctx.conversations.rename({ schoolId, studentId, conversationId }, maskPersonalData(title));
  if (!renamed) throw new DomainError("not-found", "tutor.no-conversation");
}
