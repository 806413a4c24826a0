import type { EntityItem } from "electrodb";
import { happened, type TableHandle, type TaskId } from "../kernel/index.ts";
import { createHintPolicyEntity } from "./hint-policy.entity.ts";
import { defaultHintLevel } from "./hints/hint-level.ts";
import type { HintPolicy, HintPolicyStore, HintTask } from "./ports.ts";

/** What holds for a class whose teacher has set nothing. */
const unset: HintPolicy = { level: defaultHintLevel, tasks: [], version: 0 };

/** Hint policies in the single table; two teachers can't overwrite one another unseen. */
export function createHintPolicyStore(table: TableHandle): HintPolicyStore {
  const entity = createHintPolicyEntity(table);
  return {
    async get({ schoolId, classroomId }) {
      const { data } = await entity.get({ schoolId, classroomId }).go();
      return toHintPolicy(data ?? undefined);
    },

    save: ({ schoolId, classroomId }, { level, tasks, version }, atMs) =>
      happened(
        entity
          .put({ schoolId, classroomId, level, tasks: [...tasks], version: version + 1, updatedAtMs: atMs })
          .where((at, { eq, notExists }) => (version === 0 ? notExists(at.classroomId) : eq(at.version, version)))
          .go(),
      ),
  };
}

/** An item, or its absence, as a policy. */
export function toHintPolicy(item: EntityItem<ReturnType<typeof createHintPolicyEntity>> | undefined): HintPolicy {
  if (item === undefined) return unset;
  const { level, tasks, version } = item;
  return { level, tasks: tasks.map(toTask), version };
}

function toTask({
  dueAtMs,
  ...task
}: { readonly taskId: string; readonly dueAtMs?: number | undefined } & Omit<
  HintTask,
  "taskId" | "dueAtMs"
>): HintTask {
  return { ...task, taskId: task.taskId as TaskId, ...(dueAtMs === undefined ? {} : { dueAtMs }) };
}
