import { charGrams, isStopWord, soundKey, splitWords, stem, type Token } from "../kernel/mongolian/index.ts";
import type { AnalysedText } from "./ports.ts";

const gramLength = 4;
/** No word of a book or a question is longer; what is longer is noise and would only fill the index. */
const maxWordLength = 60;

/**
 * A text as both search engines index it: light stems and character 4-grams of its words, repetitions kept, stop words
 * left out. Numbers and formulas stand whole in both lists (`5.5`, `v=s/t`). Every spelling of a word gives the same
 * terms, see `soundKey`; terms hold no spaces and no quotes.
 */
export function analyseText(text: string): AnalysedText {
  const terms = splitWords(text)
    .filter((token) => token.kind !== "word" || !isStopWord(token.text))
    .map(analyseToken);
  return { stems: terms.map(({ stem: term }) => term), grams: terms.flatMap(({ grams }) => grams) };
}

/** Terms of one word, number or formula. */
export function analyseToken({ kind, text }: Token): { readonly stem: string; readonly grams: readonly string[] } {
  if (kind !== "word") {
    const whole = text.toLowerCase().slice(0, maxWordLength);
    return { stem: whole, grams: [`_${whole}_`] };
  }
  const word = text.slice(0, maxWordLength);
  return { stem: stem(word), grams: charGrams(soundKey(word), gramLength) };
}
