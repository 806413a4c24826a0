import type { WordTerms } from "./analyse-text.ts";
import { asksForDefinition, definesWords } from "./definition-sentence.ts";
import type { RankedPassage } from "./ports.ts";

/** Shares of the best score. */
const definitionBonus = 0.2;
const exercisePenalty = 0.2;
const asksForExercise = /дасгал|бодлог|даалгавар|жишээ|dasgal|bodlog|daalgavar|jishee/iu;

/**
 * Reorders what the words of a question found by what kind of text it is: for «X гэж юу вэ?» a sentence that defines X
 * goes first, and an exercise, which asks the same thing with the same words, goes behind the lesson that answers it.
 */
export function preferAnswers(
  question: string,
  words: readonly WordTerms[],
  found: readonly RankedPassage[],
): readonly RankedPassage[] {
  const best = found[0]?.score ?? 0;
  if (best <= 0) return found;
  const wantsDefinition = asksForDefinition(question);
  const wantsExercise = asksForExercise.test(question);
  return found
    .map(({ passage, score }) => {
      const bonus = wantsDefinition && definesWords(words, passage.text) ? definitionBonus : 0;
      const penalty = passage.kind === "exercise" && !wantsExercise ? exercisePenalty : 0;
      return { passage, score: score / best + bonus - penalty };
    })
    .toSorted((one, other) => other.score - one.score);
}
