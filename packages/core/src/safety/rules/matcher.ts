import type { ReadWord } from "../reading/read-words.ts";
import { readWords } from "../reading/read-words.ts";
import { type Phrase, readPhrase } from "./phrase.ts";
import { createVocabulary } from "./vocabulary.ts";

/** A phrase that was found: words from `first` to `last`. */
export interface Hit {
  readonly phrase: number;
  readonly first: number;
  readonly last: number;
}

export interface Matches {
  readonly words: readonly ReadWord[];
  /** In the order of their last words. */
  readonly hits: readonly Hit[];
}

export interface Matcher {
  /** `acrossSentences`: the end of a sentence stops no phrase. */
  readonly match: (text: string, options?: { readonly acrossSentences?: boolean }) => Matches;
}

/** The same phrase over and over says nothing more. */
const mostHitsOfPhrase = 20;

/**
 * Looks for many phrases in one pass. For each step of each phrase only the latest place it was reached at is kept: a later
 * one is never further from what follows, so the work is words × steps that they fit, whatever the text.
 */
export function createMatcher(phrases: readonly Phrase[]): Matcher {
  const terms = new Map<string, number>();
  const slotsOfTerm: number[][] = [];
  const gapOf: number[] = [];
  const phraseOf: number[] = [];
  const isFirst: boolean[] = [];
  const isLast: boolean[] = [];
  for (const [phrase, written] of phrases.entries()) {
    for (const steps of readPhrase(written)) {
      for (const [index, { words, gap }] of steps.entries()) {
        const slot = gapOf.length;
        gapOf.push(gap);
        phraseOf.push(phrase);
        isFirst.push(index === 0);
        isLast.push(index === steps.length - 1);
        for (const word of words) {
          const term = terms.get(word) ?? terms.size;
          terms.set(word, term);
          (slotsOfTerm[term] ??= []).push(slot);
        }
      }
    }
  }
  const slots = {
    gap: Int32Array.from(gapOf),
    phrase: Int32Array.from(phraseOf),
    isFirst: Uint8Array.from(isFirst, Number),
    isLast: Uint8Array.from(isLast, Number),
  };
  const vocabulary = createVocabulary([...terms.keys()]);
  const slotsOf = rememberedSlots((word) => vocabulary.termsOf(word), slotsOfTerm);

  return {
    match(text, { acrossSentences = false } = {}) {
      const words = readWords(text, vocabulary.segment);
      const last = new Int32Array(gapOf.length).fill(-1);
      const first = new Int32Array(gapOf.length);
      const times = new Uint8Array(phrases.length);
      const hits: Hit[] = [];
      let sentence = -1;
      let sentenceStart = 0;
      for (const [index, word] of words.entries()) {
        if (!acrossSentences && word.sentence !== sentence) {
          sentence = word.sentence;
          sentenceStart = index;
        }
        for (const slot of slotsOf(word.text)) {
          if (slots.isFirst[slot] === 1) first[slot] = index;
          else {
            const before = last[slot - 1] ?? -1;
            if (before < sentenceStart || index - before - 1 > (slots.gap[slot] ?? 0)) continue;
            first[slot] = first[slot - 1] ?? index;
          }
          last[slot] = index;
          if (slots.isLast[slot] !== 1) continue;
          const phrase = slots.phrase[slot] ?? 0;
          const time = times[phrase] ?? 0;
          if (time >= mostHitsOfPhrase) continue;
          times[phrase] = time + 1;
          hits.push({ phrase, first: first[slot] ?? index, last: index });
        }
      }
      return { words, hits };
    },
  };
}

/** The steps that a word fits, later ones first: one word is never two steps of a phrase. */
function rememberedSlots(
  termsOf: (word: string) => readonly number[],
  slotsOfTerm: readonly (readonly number[])[],
): (word: string) => Int32Array {
  const remembered = new WeakMap<readonly number[], Int32Array>();
  return (word) => {
    const terms = termsOf(word);
    const known = remembered.get(terms);
    if (known) return known;
    const slots = new Set(terms.flatMap((term) => slotsOfTerm[term] ?? []));
    const sorted = Int32Array.from(slots).sort((one, other) => other - one);
    remembered.set(terms, sorted);
    return sorted;
  };
}
