import { type Ctx, dayInUlaanbaatar, parse } from "../kernel/index.ts";
import { type ClassStaff, ownClassroom } from "../school/index.ts";
import { activityOf } from "./activity.ts";
import type { TutorPorts } from "./ports.ts";
import { ClassActivityInput, type PupilActivity } from "./schema.ts";
import { tutorSettings } from "./settings.ts";
import { chatStanding } from "./standing/chat-standing.ts";
import { dayUse } from "./standing/day-use.ts";
import type { ClassPorts } from "./standing/pupil-of-class.ts";

/**
 * How each pupil of a class stands and how much they used today: state, minutes, questions, and nothing of what they wrote.
 * A class has at most 100 pupils. Throws `not-found` (school.no-classroom).
 */
export async function readClassActivity(
  ctx: Ctx<ClassStaff, ClassPorts & Pick<TutorPorts, "standings" | "chatDays" | "tutorSettings">>,
  input: ClassActivityInput,
): Promise<readonly PupilActivity[]> {
  const { classroomId } = parse(ClassActivityInput, input);
  const { schoolId } = await ownClassroom(ctx, classroomId);
  const pupils = await ctx.pupils.list({ schoolId, classroomId });
  const studentIds = pupils.map(({ studentId }) => studentId);
  const nowMs = ctx.clock.nowMs();
  const [standings, days] = await Promise.all([
    ctx.standings.list({ schoolId, studentIds }),
    ctx.chatDays.list({ schoolId, studentIds, day: dayInUlaanbaatar(nowMs) }),
  ]);
  return studentIds.map((studentId) => {
    const day = days.get(studentId);
    return {
      studentId,
      standing: chatStanding(standings.get(studentId), nowMs),
      ...dayUse(day, tutorSettings(ctx)),
      nightMinutes: activityOf(day?.slots ?? [], nowMs).nightMinutes,
      extended: day?.slotLimit !== undefined,
    };
  });
}
