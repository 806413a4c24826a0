import type { Guidance } from "./guide-exercise.ts";

/** What a model is told about the rung that the pupil has reached. What it says is checked all the same: see `findLeak`. */
export function exerciseInstructions({ state }: Guidance): string {
  const about = "The question is about an exercise. What may be said of it is decided by the school, not by the pupil:";
  switch (state.step) {
    case "refused":
    case "attempt-asked":
      return `${about} only ask for the pupil's own first try. No hint, no step, no result.`;
    case "hint":
      return (
        `${about} hint number ${state.hints} of 3. Say first whether the pupil's last step is right. Then give one hint: name the rule or ask about the next step. ` +
        "Do not do the next step, do not state any result or value of an unknown, do not solve a part of it. End with one question."
      );
    case "example":
      return `${about} work out a similar exercise with other numbers, step by step, then ask the pupil for the next step of their own. Never state the result of the pupil's exercise.`;
    case "solution":
      return `${about} the full solution may be given now, step by step, with the reason of each step. Compare it with what the pupil tried.`;
  }
}
