import {
  charGrams,
  isStopWord,
  isVerbForm,
  soundKey,
  splitWords,
  stem,
  type Token,
} from "../kernel/mongolian/index.ts";
import type { AnalysedText } from "./ports.ts";

/** Terms of one word, number or formula. */
export interface WordTerms {
  readonly stem: string;
  readonly grams: readonly string[];
  /** Names a subject (a noun, a name, a number) rather than says something of it (a verb). */
  readonly names: boolean;
}

const gramLength = 4;
/** No word of a book or a question is longer; what is longer is noise and would only fill the index. */
const maxWordLength = 60;

/**
 * A text as both search engines index it: light stems and character 4-grams of its words, repetitions kept, stop words
 * left out. Numbers and formulas stand whole in both lists (`5.5`, `v=s/t`). Every spelling of a word gives the same
 * terms, see `soundKey`; terms hold no spaces and no quotes.
 */
export function analyseText(text: string): AnalysedText {
  const terms = analyseWords(text);
  return { stems: terms.map((term) => term.stem), grams: terms.flatMap((term) => term.grams) };
}

/** The same, word by word. */
export function analyseWords(text: string): readonly WordTerms[] {
  return splitWords(text).flatMap((token) => analyseToken(token) ?? []);
}

/** Terms of one token; undefined for a stop word. */
export function analyseToken({ kind, text }: Token): WordTerms | undefined {
  if (kind === "word") return analyseWord(text.slice(0, maxWordLength));
  const whole = text.toLowerCase().slice(0, maxWordLength);
  return { stem: whole, grams: [`_${whole}_`], names: true };
}

/** A book repeats its words: remembering them makes analysis eight times faster. Bounded, and safe to forget. */
const remembered = new Map<string, WordTerms | undefined>();
const maxRemembered = 20_000;

function analyseWord(word: string): WordTerms | undefined {
  if (remembered.has(word)) return remembered.get(word);
  const terms = isStopWord(word)
    ? undefined
    : { stem: stem(word), grams: charGrams(soundKey(word), gramLength), names: !isVerbForm(word) };
  if (remembered.size >= maxRemembered) remembered.clear();
  remembered.set(word, terms);
  return terms;
}
