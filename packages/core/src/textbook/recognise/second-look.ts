import { scoreWord } from "../repair/score-word.ts";
import { correctWord } from "./correct-word.ts";
import type { EngineLine, EngineWord } from "./engine-line.ts";

/** A word worth reading again, alone and as Mongolian only: with two languages at hand the engine now and then takes the wrong one. */
export interface DoubtfulWord {
  readonly line: number;
  readonly word: number;
}

/** A page with more doubtful words than this is a picture or maths; reading on would only take time. */
const mostWords = 16;
const hardlyRead = 45;
/** What a second reading must reach to be believed. */
const convincingScore = -3;
const convincingConfidence = 60;

/** Words in Mongolian lines that were read as Latin letters, or with hardly any confidence. */
export function findDoubtfulWords(lines: readonly EngineLine[]): readonly DoubtfulWord[] {
  const found = lines.flatMap(({ words }, line) => {
    if (words.filter(({ text }) => /^\P{L}*[а-яёөү]{3,}/iu.test(text)).length < 2) return [];
    return words.flatMap((word, at): DoubtfulWord[] => (isDoubtful(word) ? [{ line, word: at }] : []));
  });
  return found.length > mostWords ? [] : found;
}

function isDoubtful({ text, confidence, x, x1, top, bottom }: EngineWord): boolean {
  if (x1 - x < bottom - top) return false;
  const latin = text.match(/[a-z]/giu)?.length ?? 0;
  if (latin >= 2) return correctWord(text.replace(/\P{L}+$/u, "")) === text.replace(/\P{L}+$/u, "");
  return confidence < hardlyRead && /\p{L}/u.test(text);
}

/** The second reading where it is a Mongolian word beyond doubt, else the first. */
export function chooseReading(first: EngineWord, again: Pick<EngineWord, "text" | "confidence">): EngineWord {
  const letters = again.text.replace(/[^а-яёөү]/giu, "");
  const isWord =
    letters.length >= (first.confidence < hardlyRead ? 2 : 4) && /^\P{L}?[а-яёөү]+\P{L}{0,2}$/iu.test(again.text);
  if (!isWord || again.confidence < convincingConfidence) return first;
  // An English word read as Cyrillic makes no Mongolian one.
  if (scoreWord(letters) < convincingScore) return first;
  return { ...first, text: again.text, confidence: again.confidence };
}
