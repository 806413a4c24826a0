import { expandAbbreviations, readLatinWord, splitWords, type Token } from "../kernel/mongolian/index.ts";
import { analyseToken, type WordTerms } from "./analyse-text.ts";

/** One word of a question: its terms in each reading, likeliest first; one reading unless it is typed in Latin letters. */
export interface QuestionWord {
  readonly readings: readonly WordTerms[];
}

/** Bounds the work on a hostile question; no real one comes near. */
const maxWords = 48;

/**
 * The words of a question that carry its subject, each once. Chat abbreviations are read in full and question words
 * («гэж юу вэ», `yagaad`) left out. Empty when the question has no subject of its own.
 */
export function analyseQuestion(question: string): readonly QuestionWord[] {
  const words = new Map<string, QuestionWord>();
  for (const token of splitWords(expandAbbreviations(question))) {
    const readings = readingsOfToken(token);
    const first = readings[0];
    if (first && !words.has(first.stem)) words.set(first.stem, { readings });
    if (words.size >= maxWords) break;
  }
  return [...words.values()];
}

function readingsOfToken(token: Token): readonly WordTerms[] {
  const usual = analyseToken(token);
  if (usual === undefined) return [];
  if (token.kind !== "word" || !/\p{Script=Latin}/u.test(token.text)) return [usual];
  const readings = new Map<string, WordTerms>();
  for (const { text } of readLatinWord(token.text)) {
    const terms = analyseToken({ kind: "word", text });
    // Another reading is a stop word only by accident: the usual one was none.
    const key = terms?.grams.join(" ");
    if (terms && key !== undefined && !readings.has(key)) readings.set(key, terms);
  }
  return readings.size > 0 ? [...readings.values()] : [usual];
}
