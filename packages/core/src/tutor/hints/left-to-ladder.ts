import type { Verdict } from "../../safety/schema.ts";
import type { HintPolicy, SavedExchange } from "../ports.ts";
import { exerciseInHand } from "./guide-exercise.ts";
import { findExercise } from "./find-exercise.ts";

/**
 * Whether «just give me the answer» is answered by the ladder, which goes on helping with the exercise, instead of by a card:
 * when that is all that screening found, and there is an exercise to go on with.
 */
export function isLeftToLadder(
  exchange: SavedExchange,
  verdict: Verdict,
  { thread, policy }: { readonly thread: readonly SavedExchange[]; readonly policy: HintPolicy },
): boolean {
  if (verdict.kind !== "redirect" || verdict.categories.some((category) => category !== "cheating")) return false;
  return (
    exerciseInHand(exchange, thread) !== undefined || findExercise(exchange.question, [], policy.tasks) !== undefined
  );
}
