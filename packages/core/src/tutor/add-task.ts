import { recordAudit } from "../account/index.ts";
import { DomainError, parse } from "../kernel/index.ts";
import { ownClassroom } from "../school/index.ts";
import { changePolicy } from "./hints/change-policy.ts";
import { AddTaskInput, type HintPolicyView, maxOpenTasks } from "./schema.ts";
import type { HintPolicyCtx } from "./set-hint-level.ts";

/**
 * Gives a class a task with a level of help of its own. Pupils see it, and the tutor knows it by its words wherever it is
 * asked about. Audited. Throws `not-found` (school.no-classroom), `invalid` (tutor.task-over) for a time that has passed
 * and `conflict` (tutor.too-many-tasks).
 */
export async function addTask(ctx: HintPolicyCtx, input: AddTaskInput): Promise<HintPolicyView> {
  const { classroomId, dueAtMs, ...given } = parse(AddTaskInput, input);
  const classroom = await ownClassroom(ctx, classroomId);
  const addedAtMs = ctx.clock.nowMs();
  if (dueAtMs !== undefined && dueAtMs <= addedAtMs) throw new DomainError("invalid", "tutor.task-over");
  const task = {
    taskId: ctx.ids.next("task"),
    ...given,
    ...(dueAtMs === undefined ? {} : { dueAtMs }),
    addedAtMs,
  };
  await recordAudit(ctx, {
    action: "hints.task-added",
    subject: task.taskId,
    details: { classroomId, level: given.level },
  });
  return await changePolicy(ctx.hintPolicies, classroom, addedAtMs, (policy) => {
    if (policy.tasks.length >= maxOpenTasks) throw new DomainError("conflict", "tutor.too-many-tasks");
    return { ...policy, tasks: [...policy.tasks, task] };
  });
}
