import type { QuestionWord } from "./analyse-question.ts";
import { stemsOf, type WordTerms } from "./analyse-text.ts";
import type { AnalysedText } from "./ports.ts";

const maxReadings = 3;
/** Spellings searched side by side for a word that the books do not know in any reading. */
const guesses = 2;

export interface ChosenReadings {
  /** What to search: the n-th reading takes every word's n-th likeliest reading that the books know. */
  readonly readings: readonly AnalysedText[];
  /** The words of the first reading, for the grounding gate. */
  readonly words: readonly WordTerms[];
}

/**
 * Settles Latin typing by the books' own vocabulary: of a word's readings those stand that occur in the books, in order
 * of likelihood. A word that occurs in none keeps its likeliest two, joined, for their character grams.
 *
 * @param byStem how many passages hold each stem
 */
export function chooseReadings(words: readonly QuestionWord[], byStem: ReadonlyMap<string, number>): ChosenReadings {
  const known = words.map(({ readings }) => {
    const found = readings.filter((reading) => (byStem.get(reading.stem) ?? 0) > 0);
    return found.length > 0 ? found : [joined(readings.slice(0, guesses))];
  });
  const count = Math.min(maxReadings, Math.max(1, ...known.map((readings) => readings.length)));
  const chosen = Array.from({ length: count }, (_unused, rank) =>
    known.flatMap((readings) => readings[rank] ?? readings[0] ?? []),
  );
  return {
    readings: chosen.map((terms) => ({
      stems: [...new Set(terms.flatMap(stemsOf))],
      grams: [...new Set(terms.flatMap((term) => term.grams))],
    })),
    words: chosen[0] ?? [],
  };
}

function joined(readings: readonly WordTerms[]): WordTerms {
  return {
    stem: readings[0]?.stem ?? "",
    beginning: [...new Set(readings.flatMap((reading) => reading.beginning))],
    names: readings[0]?.names ?? true,
    grams: [...new Set(readings.flatMap((reading) => reading.grams))],
  };
}
