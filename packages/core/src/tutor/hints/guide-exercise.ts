import type { Ctx, Student } from "../../kernel/index.ts";
import type { Passage } from "../../textbook/schema.ts";
import { readFollowUp } from "../answering/follow-up.ts";
import { exerciseNumber } from "../book-answer/pick-exercise.ts";
import type { HintPolicy, SavedExchange } from "../ports.ts";
import { openTasks } from "./change-policy.ts";
import { climb } from "./climb.ts";
import { exerciseAnswers, isAmong } from "./exercise-answers.ts";
import { findExercise } from "./find-exercise.ts";
import type { HintState } from "./hint-level.ts";
import { type ExerciseMessage, isPasted, readMessage } from "./read-message.ts";

/** An exercise that the thread is in the middle of, and what the pupil's message is to it. */
export interface ExerciseInHand {
  readonly before: HintState;
  readonly message: ExerciseMessage;
}

/** How this answer may help. */
export interface Guidance {
  readonly state: HintState;
  readonly message: ExerciseMessage;
  /** What the pupil just wrote. */
  readonly written: string;
  /** What the pupil wrote with working in it, this message included: repeating that gives nothing away. */
  readonly attempts: readonly string[];
  readonly isNew: boolean;
}

/**
 * The exercise that a message goes on with, if it does: an attempt at it, a result, a plea, «I don't know», or a few words
 * that mean nothing without it. A question about the matter, or another exercise, is none.
 */
export function exerciseInHand(exchange: SavedExchange, thread: readonly SavedExchange[]): ExerciseInHand | undefined {
  const at = thread.findLastIndex(({ answer }) => answer?.hint !== undefined);
  const before = thread[at]?.answer?.hint;
  if (before === undefined) return undefined;
  if (exchange.mode === "more-detail") {
    return at === thread.length - 1 ? { before, message: { kind: "stuck" } } : undefined;
  }
  const { question } = exchange;
  if (namesAnother(question, before.exercise)) return undefined;
  const said = since(thread, before.exercise).flatMap(({ question: asked, answer }) => [asked, answer?.text ?? ""]);
  const message = readMessage({ message: question, exercise: before.exercise, said });
  if (message.kind !== "other") return { before, message };
  const { leans, request } = readFollowUp(question);
  return leans && request !== "quiz" ? { before, message: { kind: "stuck" } } : undefined;
}

/** How the ladder stands after this message; undefined when it is about no exercise. */
export function guideExercise(
  ctx: Ctx<Student>,
  exchange: SavedExchange,
  {
    inHand,
    policy,
    passages,
    thread,
  }: {
    readonly inHand: ExerciseInHand | undefined;
    readonly policy: HintPolicy;
    readonly passages: readonly Passage[];
    readonly thread: readonly SavedExchange[];
  },
): Guidance | undefined {
  const tasks = openTasks(policy.tasks, ctx.clock.nowMs());
  const written = exchange.question;
  if (inHand) {
    const { before, message } = inHand;
    const task = tasks.find(({ taskId }) => taskId === before.taskId);
    const state = climb({
      level: task?.level ?? policy.level,
      before,
      exercise: before.exercise,
      ...(task === undefined ? {} : { taskId: task.taskId }),
      message,
      isPasted: false,
    });
    return {
      message,
      state,
      written,
      attempts: attemptsIn(thread, before, message, written),
      isNew: false,
    };
  }
  const found = findExercise(written, passages, tasks);
  if (found === undefined) return undefined;
  const before = sameBefore(thread, found.text);
  const message = readMessage({ message: written, exercise: found.text, said: [] });
  const pasted = isPasted(written);
  const state = climb({
    level: found.task?.level ?? policy.level,
    before,
    exercise: found.text,
    ...(found.task === undefined ? {} : { taskId: found.task.taskId }),
    message,
    isPasted: pasted,
  });
  const attempts = message.kind === "attempt" ? [written] : [];
  return { message, state, written, attempts, isNew: before === undefined };
}

/** The ladder of this very exercise, when the thread comes back to it. */
function sameBefore(thread: readonly SavedExchange[], exercise: string): HintState | undefined {
  return thread.findLast(({ answer }) => answer?.hint?.exercise === exercise.slice(0, 600))?.answer?.hint;
}

const since = (thread: readonly SavedExchange[], exercise: string): readonly SavedExchange[] =>
  thread.filter(({ answer }) => answer?.hint?.exercise === exercise);

function attemptsIn(
  thread: readonly SavedExchange[],
  { exercise }: HintState,
  message: ExerciseMessage,
  written: string,
): readonly string[] {
  const earlier = since(thread, exercise)
    .map(({ question }) => question)
    .filter((question) => readMessage({ message: question, exercise, said: [] }).kind === "attempt");
  return message.kind === "attempt" ? [...earlier, written] : earlier;
}

const wantsSolving =
  /бод(ож|оод|ооч|оорой|но|чих)|хариуг|олоорой|олно уу|хэд вэ|\b(solve|find|calculate)\b|bod(oj|ood|ooch)/iu;

/** Another number, or another calculation that is wanted solved: not a step of the one in hand. */
function namesAnother(question: string, exercise: string): boolean {
  const number = exerciseNumber(question);
  if (number !== undefined && exerciseNumber(exercise) !== number && !exercise.trimStart().startsWith(number))
    return true;
  const own = exerciseAnswers(exercise);
  const asked = exerciseAnswers(question);
  if (asked.length === 0 || !wantsSolving.test(question)) return false;
  return !asked.some((value) => isAmong(value, own));
}
