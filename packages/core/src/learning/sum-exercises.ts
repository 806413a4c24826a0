import { dayInUlaanbaatar } from "../kernel/index.ts";
import type { ExerciseCounts } from "./ports.ts";
import type { InteractionMessage } from "./schema.ts";

/** What a batch adds to the pupils' days with exercises, one entry a pupil and day. */
export interface ExerciseSums {
  readonly schoolId: string;
  readonly classroomId: string;
  readonly day: string;
  readonly studentId: string;
  readonly add: ExerciseCounts;
}

/** Counts the messages that were about an exercise. */
export function sumExercises(messages: readonly InteractionMessage[]): readonly ExerciseSums[] {
  const sums = new Map<string, ExerciseSums>();
  for (const { schoolId, classroomId, studentId, atMs, help } of messages) {
    if (help === undefined) continue;
    const day = dayInUlaanbaatar(atMs);
    const key = `${schoolId} ${studentId} ${day}`;
    const before = sums.get(key)?.add ?? { messages: 0, attempts: 0, offloads: 0, solutions: 0 };
    const add = {
      messages: before.messages + 1,
      attempts: before.attempts + (help.attempt ? 1 : 0),
      offloads: before.offloads + (help.offloading === undefined ? 0 : 1),
      solutions: before.solutions + (help.step === "solution" ? 1 : 0),
    };
    sums.set(key, { schoolId, classroomId, day, studentId, add });
  }
  return [...sums.values()];
}
