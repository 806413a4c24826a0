import { scoreWord } from "./score-word.ts";

/** How far a page's text layer can be trusted. */
export interface TextScore {
  /** Share of the letters that stand in well-formed words, 0..1; 1 for an empty text. */
  readonly score: number;
  /** Letters seen, signs that should have been letters included. */
  readonly letters: number;
  /** `empty`: nothing to judge (a scan, a picture). `suspect`: repair it, else read the page's image. */
  readonly verdict: "clean" | "suspect" | "empty";
}

/** Fewer letters than this say nothing about a page. */
const fewestLetters = 12;
/** Clean pages of real books stand at 0.96 and above, pages with ү and ө lost below 0.85. */
const cleanFrom = 0.9;
/** Russian and Kazakh words of the trigram model reach this; letters thrown together do not. */
const wellFormedFrom = -7.5;

/** Everything that stands where letters stand: letters, private-use signs, lost characters, control characters. */
const wordLike = /[\p{L}\p{M}\p{Co}\p{Cc}\uFFFD\u00A8\u00AF\u00B8\u00BF]+/gu;
/** Cyrillic of Mongolian, Russian and Kazakh. */
const cyrillicWord = /^[а-яёөүәғқңұһі]+$/iu;
const latinWord = /^[a-z\u00C0-\u024F\p{M}]+$/iu;
const greekWord = /^[\p{Script=Greek}]{1,12}$/u;

/**
 * Judges a text layer by the share of letters in well-formed words. Mongolian is judged by its trigrams, Latin words by their
 * shape; formulas' letters count as well-formed.
 */
export function scoreText(text: string): TextScore {
  let letters = 0;
  let good = 0;
  for (const [word] of text.normalize("NFC").replace(/\s/g, " ").replaceAll("\u00AD", "").matchAll(wordLike)) {
    // A lone accent stands in a table of accents, not for a letter.
    if (/^[¨¯¸¿]$/u.test(word)) continue;
    letters += word.length;
    if (isWellFormed(word)) good += word.length;
  }
  if (letters < fewestLetters) return { score: letters === 0 ? 1 : good / letters, letters, verdict: "empty" };
  const score = good / letters;
  return { score, letters, verdict: score >= cleanFrom ? "clean" : "suspect" };
}

function isWellFormed(word: string): boolean {
  if (cyrillicWord.test(word)) return word.length <= 2 || isOfKazakh(word) || scoreWord(word) >= wellFormedFrom;
  if (latinWord.test(word)) return isLatin(word);
  // Mathematical alphabets, CJK and the like: not a sign of damage by themselves.
  return (
    greekWord.test(word) || /^[\u{1D400}-\u{1D7FF}]+$/u.test(word) || /^[\u1820-\u18AA\u3040-\u9FFF]+$/u.test(word)
  );
}

const isOfKazakh = (word: string) => /[әғқңұһі]/iu.test(word) && /[а-яё]/iu.test(word);

/** Words of Latin letters have vowels, mostly plain letters, and no capitals in their middle unless all are (DNA, LaTeX are short). */
function isLatin(word: string): boolean {
  const plain = word.replace(/[^a-z]/giu, "").length;
  if (plain * 2 < word.length) return false;
  if (word.length <= 4) return true;
  if (/[a-z]{2,}[A-Z]+[a-z]*[A-Z]/.test(word)) return false;
  return /[aeiouy]/i.test(word) && !/[bcdfghjklmnpqrstvwxz]{6}/i.test(word);
}
