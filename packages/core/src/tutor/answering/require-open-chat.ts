import { type Ctx, DomainError, type Student } from "../../kernel/index.ts";
import { chatAccess, type SchoolPorts } from "../../school/index.ts";

/**
 * Throws `unavailable` when AI must not answer now: tutor.ai-off (a kill switch), tutor.no-safeguard (nobody at the school
 * has confirmed to look after its children), school.access-unknown. Asked of memory nearly always: see `createChatGate`.
 */
export async function requireOpenChat(ctx: Ctx<Student, Pick<SchoolPorts, "chatGate">>): Promise<void> {
  const access = await chatAccess(ctx);
  if (access.kind === "open") return;
  throw new DomainError("unavailable", access.why === "no-safeguard" ? "tutor.no-safeguard" : "tutor.ai-off");
}
