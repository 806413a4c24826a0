import { type Ctx, dayInUlaanbaatar, DomainError, type StudentId, type SystemActor } from "../kernel/index.ts";
import type { InteractionMessage } from "../learning/schema.ts";
import { raiseFlag, type RaiseFlagPorts } from "../safety/index.ts";
import type { SchoolPorts } from "../school/index.ts";
import { activityOf, type ProtractedReason, protractedUse } from "./activity.ts";
import type { TutorPorts } from "./ports.ts";
import { tutorSettings } from "./settings.ts";

type Asked = Pick<InteractionMessage, "schoolId" | "classroomId" | "studentId" | "grade" | "atMs">;

/**
 * Flags the pupils of a batch of interactions whose day of chatting is worth an adult's look: an hour without a break, half
 * an hour at night, the whole day's time (DfE 2026, items 56 and 58). At most one flag a day, pupil and kind, however often it
 * is called. Behind the queue: nothing waits for it.
 */
export async function noteUse(
  ctx: Ctx<SystemActor, Pick<TutorPorts, "chatDays" | "tutorSettings"> & Pick<SchoolPorts, "pupils"> & RaiseFlagPorts>,
  asked: readonly Asked[],
): Promise<void> {
  if (ctx.actor.role !== "system") throw new DomainError("forbidden", "account.wrong-role");
  const nowMs = ctx.clock.nowMs();
  const today = asked.filter(({ atMs }) => dayInUlaanbaatar(atMs) === dayInUlaanbaatar(nowMs));
  const pupils = [...new Map<StudentId, Asked>(today.map((one) => [one.studentId, one])).values()];
  const { dailyMinutes } = tutorSettings(ctx);
  for (const schoolId of new Set(pupils.map((one) => one.schoolId))) {
    const ofSchool = pupils.filter((one) => one.schoolId === schoolId);
    const studentIds = ofSchool.map(({ studentId }) => studentId);
    const days = await ctx.chatDays.list({ schoolId, studentIds, day: dayInUlaanbaatar(nowMs) });
    for (const one of ofSchool) {
      const reasons = protractedUse(activityOf(days.get(one.studentId)?.slots ?? [], nowMs), dailyMinutes);
      for (const kind of kindsOf(reasons)) await raise(ctx, one, kind, reasons);
    }
  }
}

const kindsOf = (reasons: readonly ProtractedReason[]) => [
  ...(reasons.includes("night") ? (["night-use"] as const) : []),
  ...(reasons.some((reason) => reason !== "night") ? (["long-use"] as const) : []),
];

async function raise(
  ctx: Ctx<SystemActor, Pick<SchoolPorts, "pupils"> & RaiseFlagPorts>,
  { schoolId, classroomId, studentId, grade }: Asked,
  kind: "night-use" | "long-use",
  reasons: readonly ProtractedReason[],
): Promise<void> {
  const pupil = await ctx.pupils.get({ schoolId, classroomId, studentId });
  // Withdrawn meanwhile.
  if (!pupil) return;
  await raiseFlag(ctx, {
    kind,
    severity: "normal",
    pupil: { schoolId, classroomId, studentId, grade, name: `${pupil.givenName} ${pupil.familyName}`.trim() },
    excerpt: "",
    categories: [...reasons],
    atMs: ctx.clock.nowMs(),
  });
}
