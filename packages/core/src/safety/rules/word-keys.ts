import { expandAbbreviations, readLatinWord, soundKeyAndStem } from "../../kernel/mongolian/index.ts";
import { spellingsOf } from "../reading/spellings.ts";

/** How a word may be known: by its sound in Mongolian or Russian, or by its letters in English. */
export interface WordKey {
  readonly key: string;
  readonly language: "cyrillic" | "latin";
  /** Mongolian only: where its inflected forms meet. */
  readonly stem?: string;
}

/** Nothing to guess about. */
const plainCyrillic = /^[а-яёөү]+$/;
const cyrillic = /\p{Script=Cyrillic}/u;
const latin = /\p{Script=Latin}/u;
/** Longer "words" are not words, and nothing is looked for inside one. */
const longestWord = 40;
const latinReadings = 6;
/** «diee» is die; a word of three letters (bee, off) is itself. */
const heldAtTheEnd = /..(.)\1$/u;

/** The key of a word in English: letters held down count twice at most. */
export const latinKey = (word: string): string =>
  word
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z]/gu, "")
    .replace(/(.)\1{2,}/gu, "$1$1");

/** Another key, for words with a letter held down: no letter counts twice. */
export const heldKey = (word: string): string => `1${latinKey(word).replace(/(.)\1+/gu, "$1")}`;

const cyrillicKey = (word: string): WordKey => ({ ...soundKeyAndStem(word), language: "cyrillic" });

/** The plainest way alone: what is left to do when a text has more strange words than any child's message. */
export function fewKeysOf(word: string): readonly WordKey[] {
  if (word.length > longestWord) return [];
  if (plainCyrillic.test(word)) return [cyrillicKey(word)];
  return latin.test(word) ? [{ key: latinKey(word), language: "latin" }] : [];
}

export const isPlain = (word: string): boolean => plainCyrillic.test(word);

/** Every way in which a word as typed may be known. */
export function keysOf(word: string): readonly WordKey[] {
  if (plainCyrillic.test(word) && word.length <= longestWord && !/(.)\1\1/.test(word))
    return expandAbbreviations(word).split(" ").map(cyrillicKey);
  const keys = new Map<string, WordKey>();
  const add = (key: WordKey) => keys.set(`${key.language}:${key.key}`, key);
  for (const written of spellingsOf(word)) {
    if (written.length > longestWord * 2) continue;
    const spelling = written.replace(/(.)\1{2,}/gu, "$1$1");
    if (spelling.length > longestWord) continue;
    for (const part of expandAbbreviations(spelling).split(" ")) {
      if (cyrillic.test(part)) add(cyrillicKey(part));
      else if (latin.test(part)) {
        const key = latinKey(part);
        add({ key, language: "latin" });
        if (heldAtTheEnd.test(key)) add({ key: key.slice(0, -1), language: "latin" });
        // Held down: «kiiill» is kill.
        if (part !== written) add({ key: heldKey(written), language: "latin" });
        for (const { text } of readLatinWord(part).slice(0, latinReadings)) add(cyrillicKey(text));
      }
    }
  }
  return [...keys.values()];
}
