import { recordAudit } from "../account/index.ts";
import { parse } from "../kernel/index.ts";
import { ownClassroom } from "../school/index.ts";
import { changePolicy } from "./hints/change-policy.ts";
import { CloseTaskInput, type HintPolicyView } from "./schema.ts";
import type { HintPolicyCtx } from "./set-hint-level.ts";

/**
 * Ends a task: the class's own level holds again. Closing one that is closed changes nothing. Audited.
 * Throws `not-found` (school.no-classroom).
 */
export async function closeTask(ctx: HintPolicyCtx, input: CloseTaskInput): Promise<HintPolicyView> {
  const { classroomId, taskId } = parse(CloseTaskInput, input);
  const classroom = await ownClassroom(ctx, classroomId);
  await recordAudit(ctx, { action: "hints.task-closed", subject: taskId, details: { classroomId } });
  return await changePolicy(ctx.hintPolicies, classroom, ctx.clock.nowMs(), (policy) => ({
    ...policy,
    tasks: policy.tasks.filter((task) => task.taskId !== taskId),
  }));
}
