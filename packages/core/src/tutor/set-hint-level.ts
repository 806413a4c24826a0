import { type AccountPorts, recordAudit } from "../account/index.ts";
import { type Ctx, parse } from "../kernel/index.ts";
import { type ClassStaff, ownClassroom, type SchoolPorts } from "../school/index.ts";
import { changePolicy } from "./hints/change-policy.ts";
import type { TutorPorts } from "./ports.ts";
import { type HintPolicyView, SetHintLevelInput } from "./schema.ts";

export type HintPolicyCtx = Ctx<
  ClassStaff,
  Pick<SchoolPorts, "classrooms"> & Pick<TutorPorts, "hintPolicies"> & Pick<AccountPorts, "audit">
>;

/**
 * Sets how far the tutor helps a class with exercises; holds from the next question on. Audited.
 * Throws `not-found` (school.no-classroom) for a class that is not the actor's.
 */
export async function setHintLevel(ctx: HintPolicyCtx, input: SetHintLevelInput): Promise<HintPolicyView> {
  const { classroomId, level } = parse(SetHintLevelInput, input);
  const classroom = await ownClassroom(ctx, classroomId);
  await recordAudit(ctx, { action: "hints.level-set", subject: classroomId, details: { level } });
  return await changePolicy(ctx.hintPolicies, classroom, ctx.clock.nowMs(), (policy) => ({ ...policy, level }));
}
