import { exerciseAnswers, isAmong, numbersIn } from "./exercise-answers.ts";

/** What can be said for certain of a pupil's working. */
export type AttemptCheck =
  | { readonly kind: "unknown" }
  | { readonly kind: "result-holds" | "result-breaks" | "step-holds" }
  /** The first step whose two sides no longer say the same as the exercise. */
  | { readonly kind: "step-breaks"; readonly step: string };

const side = String.raw`(?:[\p{Script=Latin}\dху()²³^√\s+\-−–*·×⋅/÷]|(?<=\d)[.,:](?=\d)){1,80}`;
const equation = new RegExp(`${side}=${side}`, "giu");
/** Steps are told apart by lines, arrows and commas that are no decimal ones. */
const between = /[\n;⇒→]|=>|[,.](?!\d)/u;
const result = /^\s*\p{L}\d?\s*=\s*[-−–]?\s*\d+(?:[.,]\d+)?\s*$/u;

/**
 * Checks working against an exercise whose solution can be computed: every equation of it must have the exercise's own
 * solutions. `unknown` for anything else: nothing is claimed that was not computed.
 */
export function checkAttempt(exercise: string, attempt: string): AttemptCheck {
  const answers = exerciseAnswers(exercise);
  if (answers.length === 0) return { kind: "unknown" };
  const steps = attempt.split(between).flatMap((part) => (part.match(equation) ?? []).map((step) => step.trim()));
  let held = false;
  let last: boolean | undefined;
  for (const step of steps) {
    const roots = result.test(step) ? numbersIn(step.slice(step.indexOf("=") + 1)) : exerciseAnswers(step);
    if (roots.length === 0) continue;
    const agrees = roots.every((root) => isAmong(root, answers));
    if (result.test(step)) last = agrees;
    else if (agrees) held = true;
    else return { kind: "step-breaks", step };
  }
  if (last !== undefined) return { kind: last ? "result-holds" : "result-breaks" };
  return held ? { kind: "step-holds" } : { kind: "unknown" };
}
