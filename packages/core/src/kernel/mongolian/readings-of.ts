import { expandAbbreviations } from "./expand-abbreviations.ts";
import { foldMongolian } from "./fold-mongolian.ts";
import { readLatinWord } from "./read-latin-word.ts";

const latinWord = /(?<![\p{L}\p{N}])[\p{Script=Latin}\p{M}]+(?:['’‘ʼ][\p{Script=Latin}\p{M}]+)*(?![\p{L}\p{N}])/gu;
const cyrillicWord = /\p{Script=Cyrillic}{2,}/gu;
/** DNA, CO, pH and single letters of formulas stand as they are. */
const isTerm = (word: string): boolean => word.length === 1 || /^(?:[A-Z]{2,5}|[a-z][A-Z]{1,2})$/u.test(word);

/**
 * Cyrillic readings of a text in any spelling, most likely first, at most `limit`, all folded by `foldMongolian`; never
 * empty. Cyrillic text has one reading. In Latin typing the n-th reading takes every word's n-th likeliest reading, so
 * each reading of each word appears in some reading of the text. Latin words inside Cyrillic text are left alone (DNA, Newton).
 */
export function readingsOf(text: string, limit = 6): readonly string[] {
  const composed = text.normalize("NFC");
  const spelledOut = expandAbbreviations(composed);
  if (!isLatinTyping(composed)) return [foldMongolian(spelledOut)];
  const readings = new Set<string>();
  for (let rank = 0; rank < limit; rank += 1) {
    readings.add(foldMongolian(spelledOut.replace(latinWord, (word) => readAt(word, rank))));
  }
  return [...readings];
}

function readAt(word: string, rank: number): string {
  if (isTerm(word)) return word;
  const readings = readLatinWord(word);
  return (readings[rank] ?? readings[0])?.text ?? word;
}

/** Whether the writer types Mongolian in Latin letters: more Latin words than Cyrillic ones, terms aside. */
function isLatinTyping(text: string): boolean {
  const latin = (text.match(latinWord) ?? []).filter((word) => !isTerm(word)).length;
  return latin > 0 && latin >= (text.match(cyrillicWord) ?? []).length;
}
