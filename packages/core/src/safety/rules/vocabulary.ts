import { soundKey, stem } from "../../kernel/mongolian/index.ts";
import { areEndings } from "./endings.ts";
import { fewKeysOf, heldKey, keysOf, latinKey, type WordKey } from "./word-keys.ts";

type Term = number;

/** Words that phrases are made of. */
export interface Vocabulary {
  /** The terms that a word as typed may be. */
  readonly termsOf: (word: string) => readonly Term[];
  /** The same by its plainest reading alone: cheap, and not remembered. */
  readonly plainTermsOf: (word: string) => readonly Term[];
  readonly segment: (letters: string) => readonly { readonly text: string; readonly at: number }[];
}

/** Words remembered as they were typed. Bounded; nothing but the words themselves, whoever typed them. */
const mostRemembered = 20_000;
const none: readonly Term[] = [];
const shortestStem = 4;
/** өнгө: its -өөр and -өөс begin with the vowel that it ends in. */
const endsInShortVowel = /(?<![аэоөуүийыяеёю])[аэоө]$/u;
const endingsAfterShortVowel = ["р", "с"];
const shortestSegment = 3;

/** Builds the vocabulary of these words with their marks (`хорло*`, `porn~`, `үхмээр`); a term is a word's place in the list. */
export function createVocabulary(terms: readonly string[]): Vocabulary {
  const exact = new Map<string, Term[]>();
  const forms = new Map<string, Term[]>();
  const beginnings = new Map<string, Term[]>();
  const stems = new Map<string, Term[]>();
  const prefixes = new Set<string>();
  const put = (map: Map<string, Term[]>, key: string, term: Term) => {
    const known = map.get(key);
    if (known) known.push(term);
    else map.set(key, [term]);
  };
  for (const [term, marked] of terms.entries()) {
    const word = marked.replace(/[*~]$/u, "");
    const isLatin = /^[a-z]/u.test(word);
    const key = isLatin ? latinKey(word) : soundKey(word);
    put(exact, key, term);
    if (marked.endsWith("*")) {
      put(forms, key, term);
      const stemmed = stem(word);
      if (!isLatin && stemmed.length >= shortestStem) put(stems, stemmed, term);
      if (endsInShortVowel.test(word)) for (const ending of endingsAfterShortVowel) put(exact, key + ending, term);
      // «raping» has lost the e of «rape».
      if (isLatin && key.endsWith("e") && key.length > 3) put(forms, key.slice(0, -1), term);
    }
    if (marked.endsWith("~")) put(beginnings, key, term);
    const spellings = isLatin ? [key, heldKey(word)] : [key];
    if (isLatin) put(marked.endsWith("*") ? forms : exact, heldKey(word), term);
    if (isLatin && marked.endsWith("*")) put(exact, heldKey(word), term);
    for (const each of spellings) {
      for (let length = 1; length <= each.length; length += 1) prefixes.add(each.slice(0, length));
    }
  }

  const find = ({ key, stem: stemmed, language }: WordKey, found: Set<Term>) => {
    for (const term of exact.get(key) ?? []) found.add(term);
    if (stemmed !== undefined) for (const term of stems.get(stemmed) ?? []) found.add(term);
    for (let length = 1; length < key.length; length += 1) {
      const start = key.slice(0, length);
      if (!prefixes.has(start)) break;
      const inflected = forms.get(start);
      if (inflected && areEndings(key.slice(length), language)) for (const term of inflected) found.add(term);
      for (const term of beginnings.get(start) ?? []) found.add(term);
    }
  };

  const remembered = new Map<string, readonly Term[]>();
  const termsOf = (word: string): readonly Term[] => {
    const known = remembered.get(word);
    if (known) return known;
    const found = new Set<Term>();
    for (const key of keysOf(word)) find(key, found);
    const list = found.size > 0 ? [...found] : none;
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(word, list);
    return list;
  };

  const plainTermsOf = (word: string): readonly Term[] => {
    const found = new Set<Term>();
    for (const key of fewKeysOf(word)) find(key, found);
    return found.size > 0 ? [...found] : none;
  };

  /** The longest known word from each place on, what is unknown between them left whole. */
  const segment: Vocabulary["segment"] = (letters) => {
    if (termsOf(letters).length > 0) return [{ text: letters, at: 0 }];
    const pieces: { text: string; at: number }[] = [];
    let unknownFrom = 0;
    for (let at = 0; at < letters.length;) {
      const length = longestKnown(letters, at);
      if (length === 0) {
        at += 1;
        continue;
      }
      if (unknownFrom < at) pieces.push({ text: letters.slice(unknownFrom, at), at: unknownFrom });
      pieces.push({ text: letters.slice(at, at + length), at });
      at += length;
      unknownFrom = at;
    }
    if (unknownFrom < letters.length) pieces.push({ text: letters.slice(unknownFrom), at: unknownFrom });
    return pieces;
  };

  function longestKnown(letters: string, at: number): number {
    const longest = Math.min(16, letters.length - at);
    for (let length = longest; length >= shortestSegment; length -= 1) {
      if (mayBegin(letters.slice(at, at + 3)) && termsOf(letters.slice(at, at + length)).length > 0) return length;
    }
    return 0;
  }
  const mayBegin = (start: string): boolean => keysOf(start).some(({ key }) => prefixes.has(key));

  return { termsOf, plainTermsOf, segment };
}
