import { type AccountPorts, recordAudit } from "../account/index.ts";
import { type Ctx, dayInUlaanbaatar, parse, type SchoolId, type StudentId } from "../kernel/index.ts";
import { maskPersonalData } from "../safety/index.ts";
import { type ClassStaff, ownClassroom } from "../school/index.ts";
import { slotMinutes } from "./activity.ts";
import type { TutorPorts } from "./ports.ts";
import { ExtendDayInput } from "./schema.ts";
import { tutorSettings } from "./settings.ts";
import { type ClassPorts, pupilOfClass } from "./standing/pupil-of-class.ts";

/** Writes at once: a class has at most 100 pupils. */
const together = 10;

/**
 * Gives a pupil, or the whole class, more time and questions until midnight in Ulaanbaatar: the settings' day and so many
 * minutes. The same extension twice is one. Audited with the reason. Throws `not-found` (school.no-classroom,
 * school.no-such-pupil).
 */
export async function extendDay(
  ctx: Ctx<ClassStaff, ClassPorts & Pick<TutorPorts, "chatDays" | "tutorSettings"> & Pick<AccountPorts, "audit">>,
  input: ExtendDayInput,
): Promise<{ readonly pupils: number }> {
  const { classroomId, studentId, minutes, reason: given } = parse(ExtendDayInput, input);
  const { schoolId, studentIds } =
    studentId === undefined
      ? await wholeClass(ctx, classroomId)
      : { ...(await pupilOfClass(ctx, { classroomId, studentId })), studentIds: [studentId] };
  const reason = maskPersonalData(given);
  await recordAudit(ctx, {
    action: "chat-day.extended",
    subject: studentId ?? classroomId,
    details: { minutes, reason },
  });

  const { limits, dailyMinutes } = tutorSettings(ctx);
  const nowMs = ctx.clock.nowMs();
  const allowed = {
    day: dayInUlaanbaatar(nowMs),
    nowMs,
    slotLimit: Math.ceil((dailyMinutes + minutes) / slotMinutes),
    questionLimit: Math.round(limits.perDay * (1 + minutes / dailyMinutes)),
  };
  for (let start = 0; start < studentIds.length; start += together) {
    const some = studentIds.slice(start, start + together);
    await Promise.all(some.map((id) => ctx.chatDays.extend({ schoolId, studentId: id }, allowed)));
  }
  return { pupils: studentIds.length };
}

async function wholeClass(
  ctx: Ctx<ClassStaff, ClassPorts>,
  classroomId: Parameters<typeof ownClassroom>[1],
): Promise<{ readonly schoolId: SchoolId; readonly studentIds: readonly StudentId[] }> {
  const { schoolId } = await ownClassroom(ctx, classroomId);
  const pupils = await ctx.pupils.list({ schoolId, classroomId });
  return { schoolId, studentIds: pupils.map((pupil) => pupil.studentId) };
}
