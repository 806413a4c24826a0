import { type AccountPorts, recordAudit } from "../account/index.ts";
import { type Ctx, DomainError, parse } from "../kernel/index.ts";
import { type ClassStaff, ownClassroom } from "./own-classroom.ts";
import type { SchoolPorts } from "./ports.ts";
import { PupilInput } from "./schema.ts";

/**
 * Takes a pupil off the class: the PIN works no more, the sessions end, the name is gone from the list. What the pupil wrote
 * stays until it is erased by a request of its own. Throws `not-found`: `school.no-classroom`, `school.no-such-pupil`.
 */
export async function withdrawPupil(
  ctx: Ctx<ClassStaff, Pick<SchoolPorts, "classrooms" | "pupils"> & Pick<AccountPorts, "sessions" | "audit">>,
  input: PupilInput,
): Promise<void> {
  const { classroomId, studentId } = parse(PupilInput, input);
  const { schoolId } = await ownClassroom(ctx, classroomId);
  const nowMs = ctx.clock.nowMs();
  const outcome = await ctx.pupils.withdraw({ schoolId, classroomId, studentId, nowMs });
  // Never a pupil of this class: another class's sessions are none of the actor's.
  if (outcome === "no-pupil") throw new DomainError("not-found", "school.no-such-pupil");
  const again = outcome === "withdrawn-before";
  // Also the second time: the first may have died after the withdrawal, with sessions that live on.
  await ctx.sessions.endAllOf({ tenant: schoolId, accountId: studentId });
  await recordAudit(ctx, { action: "pupil.withdrawn", subject: studentId, details: again ? { again } : {} });
  if (again) throw new DomainError("not-found", "school.no-such-pupil");
}
