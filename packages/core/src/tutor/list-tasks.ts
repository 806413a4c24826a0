import { type Ctx, requireRole, type Student } from "../kernel/index.ts";
import { viewPolicy } from "./hints/change-policy.ts";
import type { TutorPorts } from "./ports.ts";
import type { HintPolicyView } from "./schema.ts";

/** The open tasks of a pupil's own class and how far the tutor helps with each, the newest first. */
export async function listTasks(ctx: Ctx<Student, Pick<TutorPorts, "hintPolicies">>): Promise<HintPolicyView> {
  const { schoolId, classroomId } = requireRole(ctx.actor, "student");
  return viewPolicy(await ctx.hintPolicies.get({ schoolId, classroomId }), ctx.clock.nowMs());
}
