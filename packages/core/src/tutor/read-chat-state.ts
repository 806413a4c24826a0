import { type Ctx, dayInUlaanbaatar, DomainError, requireRole, type Student } from "../kernel/index.ts";
import { chatAccess, type SchoolPorts } from "../school/index.ts";
import { slotOf } from "./activity.ts";
import type { TutorPorts } from "./ports.ts";
import type { ChatState } from "./schema.ts";
import { tutorSettings } from "./settings.ts";
import { chatStanding } from "./standing/chat-standing.ts";
import { dayUse } from "./standing/day-use.ts";

type ChatStatePorts = Pick<TutorPorts, "standings" | "chatDays" | "tutorSettings"> & Pick<SchoolPorts, "chatGate">;

/** What a pupil's page shows before anything is asked: whether AI answers, whether they may ask, what is left of the day. */
export async function readChatState(ctx: Ctx<Student, ChatStatePorts>): Promise<ChatState> {
  const pupil = requireRole(ctx.actor, "student");
  const nowMs = ctx.clock.nowMs();
  const [access, standing, day] = await Promise.all([
    accessOf(ctx),
    ctx.standings.get(pupil),
    ctx.chatDays.get(pupil, dayInUlaanbaatar(nowMs)),
  ]);
  const today = dayUse(day, tutorSettings(ctx));
  const slots = day?.slots ?? [];
  // The five minutes that have begun may be used to their end: see the claim.
  const timeIsUp = today.activeMinutes >= today.minuteLimit && !slots.includes(slotOf(nowMs));
  const spent = today.questions >= today.questionLimit || timeIsUp;
  return { access, standing: chatStanding(standing, nowMs), today, spent, slots };
}

async function accessOf(ctx: Ctx<Student, ChatStatePorts>): Promise<ChatState["access"]> {
  try {
    const access = await chatAccess(ctx);
    if (access.kind === "open") return "open";
    return access.why === "no-safeguard" ? "not-set-up" : "resting";
  } catch (error) {
    // Not known is not open. The page with its books and history must come all the same.
    if (error instanceof DomainError && error.kind === "unavailable") return "resting";
    throw error;
  }
}
