import { type Ctx, requireRole, type Student } from "../kernel/index.ts";
import type { FlagPorts } from "./flag-ports.ts";
import type { RaiseFlagInput } from "./flag-schema.ts";
import { raiseFlag, type RaiseFlagPorts } from "./raise-flag.ts";

export type ReportFlagPorts = RaiseFlagPorts & Pick<FlagPorts, "flagQueue">;

/**
 * Raises a flag about the pupil who is here, and never throws for an outage: the child's card does not wait for it. When the
 * table can't take the flag it waits in the queue; when that is down too, the alarm `flag-lost` is raised, without its
 * words, for a person to look into.
 */
export async function reportFlag(
  ctx: Ctx<Student, ReportFlagPorts>,
  concern: Omit<RaiseFlagInput, "pupil" | "atMs">,
): Promise<void> {
  const { schoolId, classroomId, studentId, grade, name } = requireRole(ctx.actor, "student");
  const pupil = { schoolId, classroomId, studentId, grade, name };
  const input: RaiseFlagInput = { ...concern, pupil, atMs: ctx.clock.nowMs() };
  try {
    await raiseFlag(ctx, input);
  } catch (error) {
    const about = { kind: concern.kind, severity: concern.severity, exchangeId: concern.exchange?.exchangeId };
    ctx.log.error("A flag was not written and goes to the queue.", { ...about, schoolId, error });
    try {
      await ctx.flagQueue.send(input);
    } catch (problem) {
      ctx.alarms.raise("flag-lost", "report-flag", { ...about, schoolId, studentId, error: problem });
    }
  }
}
