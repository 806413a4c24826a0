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
  /** How the word begins, by sound: forms that the stemmer can't bring together still meet here. Empty for a number or a formula. */
  readonly beginning: readonly string[];
  readonly grams: readonly string[];
  /** Names a subject (a noun, a name, a number) rather than says something of it (a verb). */
  readonly names: boolean;
}

/**
 * Which analysis this is. Search compares terms of a question with terms that were made when its book was indexed: with every
 * change of what comes out here this number goes up, and an index of another number is built anew (`PassageRebuilds.isStale`).
 */
export const analysisVersion = 2;

const gramLength = 4;
const beginningLength = 4;
/** Marks a beginning among the stems. */
const beginningMark = "^";
/** No word of a book or a question is longer; what is longer is noise and would only fill the index. */
const maxWordLength = 60;

/**
 * A text as both search engines index it: light stems with the words' beginnings (`^фото`), and character 4-grams of its
 * words, repetitions kept, stop words left out. Numbers and formulas stand whole in both lists (`5.5`, `v=s/t`). Every spelling of a word gives the same
 * terms, see `soundKey`; terms hold no spaces and no quotes.
 */
export function analyseText(text: string): AnalysedText {
  const terms = analyseWords(text);
  return { stems: terms.flatMap(stemsOf), grams: terms.flatMap((term) => term.grams) };
}

/** What a word adds to the stems of its text. */
export const stemsOf = ({ stem, beginning }: WordTerms): readonly string[] => [stem, ...beginning];

/** The same, word by word. */
export function analyseWords(text: string): readonly WordTerms[] {
  return splitWords(text).flatMap((token) => analyseToken(token) ?? []);
}

/** Terms of one token; undefined for a stop word. */
export function analyseToken({ kind, text }: Token): WordTerms | undefined {
  if (kind === "word") return analyseWord(text.slice(0, maxWordLength));
  const whole = text.toLowerCase().slice(0, maxWordLength);
  return { stem: whole, beginning: [], grams: [`_${whole}_`], names: true };
}

/** A book repeats its words: remembering them makes analysis eight times faster. Bounded, and safe to forget. */
const remembered = new Map<string, WordTerms | undefined>();
const maxRemembered = 20_000;

function analyseWord(word: string): WordTerms | undefined {
  if (remembered.has(word)) return remembered.get(word);
  const terms = isStopWord(word) ? undefined : termsOfSounds(word, soundKey(word));
  if (remembered.size >= maxRemembered) remembered.clear();
  remembered.set(word, terms);
  return terms;
}

const termsOfSounds = (word: string, sounds: string): WordTerms => ({
  stem: stem(word),
  beginning: [beginningMark + sounds.slice(0, beginningLength)],
  grams: charGrams(sounds, gramLength),
  names: !isVerbForm(word),
});
