import type { HintLevel, HintState, HintStep, Offloading } from "./hint-level.ts";
import type { ExerciseMessage } from "./read-message.ts";

/** Hints before the full solution may be seen. */
export const hintsBeforeSolution = 3;
/** Attempts with working before it. */
export const attemptsBeforeSolution = 1;

export interface ClimbInput {
  readonly level: HintLevel;
  /** The state after the last exchange about this exercise; undefined for a new one. */
  readonly before: HintState | undefined;
  readonly exercise: string;
  readonly taskId?: string;
  readonly message: ExerciseMessage;
  /** The exercise was copied in whole. */
  readonly isPasted: boolean;
}

/**
 * The next state of the ladder (DfE 2026, items 44 to 49): the pupil's own attempt is asked for first; each further hint
 * follows a further try; the full solution comes only after the hints and a genuine attempt. Asking, begging, claiming a
 * teacher's leave or playing a role moves nothing, and is counted.
 */
export function climb({ level, before, exercise, taskId, message, isPasted }: ClimbInput): HintState {
  const offloading = offloadingOf(message, isPasted && before === undefined);
  const known = before ?? { hints: 0, tries: 0, attempts: 0, offloads: 0, step: undefined };
  const counted = {
    exercise: exercise.slice(0, 600),
    ...(taskId === undefined ? {} : { taskId }),
    level,
    offloads: known.offloads + (offloading === undefined ? 0 : 1),
    attempt: message.kind === "attempt",
    ...(offloading === undefined ? {} : { offloading }),
  };
  const tried = message.kind === "attempt" || message.kind === "bare-answer";
  const tries = known.tries + (tried ? 1 : 0);
  const attempts = known.attempts + (message.kind === "attempt" ? 1 : 0);
  const stay = { ...counted, tries, attempts, hints: known.hints };
  if (level === "none") return { ...stay, step: "refused" };
  if (level === "open") return { ...stay, step: "solution" };
  // What was reached under another level counts again from the first rung of this one.
  const step = known.step === "refused" ? undefined : known.step;
  if (step === "solution" && before?.level === level) return { ...stay, step };
  if (!tried) return { ...stay, step: reached(step, level) };
  if (maySolve({ ...stay, level })) return { ...stay, step: "solution" };
  if (level === "worked-example") return { ...stay, step: "example" };
  return { ...stay, hints: Math.min(known.hints + 1, hintsBeforeSolution), step: "hint" };
}

/** Without a new try nobody goes up, nor down. */
function reached(step: HintStep | undefined, level: HintLevel): HintStep {
  if (step === undefined || step === "solution") return "attempt-asked";
  if (step === "example" && level === "hints") return "hint";
  return step;
}

function maySolve({
  level,
  hints,
  attempts,
  tries,
}: Pick<HintState, "level" | "hints" | "attempts" | "tries">): boolean {
  if (attempts < attemptsBeforeSolution) return false;
  return level === "worked-example" ? tries >= 2 : hints >= hintsBeforeSolution;
}

/** How a message tries to have the work done, if it does. */
export function offloadingOf(message: ExerciseMessage, isPasted: boolean): Offloading | undefined {
  if (message.kind === "plea") return message.offloading;
  return isPasted && message.kind !== "attempt" ? "paste" : undefined;
}
