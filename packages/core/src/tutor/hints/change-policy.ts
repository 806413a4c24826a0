import { DomainError } from "../../kernel/index.ts";
import type { ClassKey, HintPolicy, HintPolicyStore, HintTask } from "../ports.ts";
import type { HintPolicyView } from "../schema.ts";

const attempts = 4;

/** Changes a class's policy as it stands; a change beside this one is taken in. Throws `conflict` (tutor.policy-changed). */
export async function changePolicy(
  store: HintPolicyStore,
  key: ClassKey,
  atMs: number,
  change: (policy: HintPolicy) => HintPolicy,
): Promise<HintPolicyView> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const before = await store.get(key);
    // Tasks whose time is over make room.
    const after = change({ ...before, tasks: openTasks(before.tasks, atMs) });
    if (await store.save(key, { ...after, version: before.version }, atMs)) return viewPolicy(after, atMs);
  }
  throw new DomainError("conflict", "tutor.policy-changed");
}

export const openTasks = (tasks: readonly HintTask[], atMs: number): readonly HintTask[] =>
  tasks.filter(({ dueAtMs }) => dueAtMs === undefined || dueAtMs > atMs);

export function viewPolicy({ level, tasks }: HintPolicy, atMs: number): HintPolicyView {
  return {
    level,
    tasks: openTasks(tasks, atMs)
      .toSorted((one, other) => other.addedAtMs - one.addedAtMs)
      .map(({ addedAtMs: _added, ...task }) => task),
  };
}
