import { isStopWord, readingsOf, readLatinWord, splitWords, type Token } from "../kernel/mongolian/index.ts";
import { analyseToken } from "./analyse-text.ts";

/** One word of a question: its terms in each reading, likeliest first; one reading unless it is typed in Latin letters. */
export interface QuestionWord {
  readonly readings: readonly WordTerms[];
}
export interface WordTerms {
  readonly stem: string;
  readonly grams: readonly string[];
}

/** Bounds the work on a hostile question; no real one comes near. */
const maxWords = 48;

/**
 * The words of a question that carry its subject, each once. Chat abbreviations are read in full and question words
 * («гэж юу вэ», `yagaad`) left out. Empty when the question has no subject of its own.
 */
export function analyseQuestion(question: string): readonly QuestionWord[] {
  const words = new Map<string, QuestionWord>();
  for (const token of splitWords(expanded(question))) {
    const word = readToken(token);
    const first = word?.readings[0];
    if (word && first && !words.has(first.stem)) words.set(first.stem, word);
    if (words.size >= maxWords) break;
  }
  return [...words.values()];
}
