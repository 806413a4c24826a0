import { readWords } from "../reading/read-words.ts";
import { keysOf, type WordKey } from "../rules/word-keys.ts";

/** Slots of the learned weights. */
export const slots = 16_384;

const gramLength = 4;
/** A message is short; of a long one the beginning and the end are read, where people say what they want. */
const mostLength = 400;
const mostWords = 120;
/** Readings of one Latin word. */
const mostKeys = 3;

/**
 * What the learned layer sees of a text: each word's stem and sound in its likeliest readings, how words begin, their letters
 * in fours, and which words stand beside each other, hashed into {@link slots}. Every spelling of a word (ү/у, Latin typing,
 * letters written apart, look-alikes) gives the same features, as for the rules. Each slot once.
 */
export function messageFeatures(text: string): readonly number[] {
  const found = new Set<number>();
  const add = (feature: string) => found.add(hash(feature) % slots);
  let before: WordKey | undefined;
  for (const { text: word } of readWords(ends(text), (letters) => [{ text: letters, at: 0 }]).slice(0, mostWords)) {
    const keys = keysOf(word).slice(0, mostKeys);
    for (const key of keys) {
      add(`w:${nameOf(key)}`);
      add(`b:${key.key.slice(0, gramLength)}`);
      const marked = `_${key.key}_`;
      for (let at = 0; at + gramLength <= marked.length; at += 1) add(`g:${marked.slice(at, at + gramLength)}`);
    }
    const [first] = keys;
    if (!first) continue;
    if (before) add(`p:${nameOf(before)} ${nameOf(first)}`);
    before = first;
  }
  return [...found];
}

const ends = (text: string): string =>
  text.length <= 2 * mostLength ? text : `${text.slice(0, mostLength)}\n${text.slice(-mostLength)}`;

const nameOf = ({ key, stem }: WordKey): string => stem ?? key;

/** FNV-1a with a final mix, unsigned 32 bits. */
function hash(text: string): number {
  let state = 2_166_136_261;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 16_777_619);
  }
  state = Math.imul(state ^ (state >>> 15), 2_246_822_507);
  return (state ^ (state >>> 13)) >>> 0;
}
