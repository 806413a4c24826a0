import type { ReadWord } from "../reading/read-words.ts";
import { readWords } from "../reading/read-words.ts";
import { type Phrase, readPhrase } from "./phrase.ts";
import { createVocabulary } from "./vocabulary.ts";
import { isPlain } from "./word-keys.ts";

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

/**
 * Different words in Latin letters, signs or mixed alphabets that are read in every way they may be meant: more than fit into
 * the longest question. Beyond, their letters alone count, so that twenty thousand made-up words cost no more than a book.
 */
const mostStrange = 200;
/** What a step is to its phrase, in bits. */
const begins = 1;
const ends = 2;
const beforeSeveral = 4;
/** The same phrase over and over says nothing more. */
const mostHitsOfPhrase = 20;

/**
 * Looks for many phrases in one pass. For each step of each phrase only the latest place it was reached at is kept (and the
 * one before it, for when the latest lies within words that belong together): a later one is never further from what
 * follows, so the work is words × steps that they fit, whatever the text.
 */
export function createMatcher(phrases: readonly Phrase[]): Matcher {
  const { slots, vocabulary, fitsOf, plainFitsOf, compounds } = compile(phrases);

  return {
    match(text, { acrossSentences = false } = {}) {
      const words = readWords(text, vocabulary.segment);
      const last = new Int32Array(slots.gap.length).fill(-1);
      const first = new Int32Array(slots.gap.length);
      const lastBut1 = new Int32Array(slots.gap.length).fill(-1);
      const firstBut1 = new Int32Array(slots.gap.length);
      const reached = new Int32Array(compounds.place.length).fill(-1);
      const times = new Uint8Array(phrases.length);
      const hits: Hit[] = [];
      const strange = new Set<string>();
      let sentence = -1;
      let sentenceStart = 0;
      const { gap, phrase, kind } = slots;
      const step = (fitting: Int32Array, start: number, end: number) => {
        for (const slot of fitting) {
          const is = kind[slot] ?? 0;
          let from = start;
          if ((is & begins) === 0) {
            const isWithin = (last[slot - 1] ?? -1) >= start;
            const before = (isWithin ? lastBut1 : last)[slot - 1] ?? -1;
            if (before < sentenceStart || before >= start || start - before - 1 > (gap[slot] ?? 0)) continue;
            from = (isWithin ? firstBut1 : first)[slot - 1] ?? start;
          }
          if ((is & beforeSeveral) !== 0) {
            lastBut1[slot] = last[slot] ?? -1;
            firstBut1[slot] = first[slot] ?? start;
          }
          last[slot] = end;
          first[slot] = from;
          if ((is & ends) === 0) continue;
          const found = phrase[slot] ?? 0;
          const time = times[found] ?? 0;
          if (time >= mostHitsOfPhrase) continue;
          times[found] = time + 1;
          hits.push({ phrase: found, first: from, last: end });
        }
      };
      for (const [index, word] of words.entries()) {
        if (!acrossSentences && word.sentence !== sentence) {
          sentence = word.sentence;
          sentenceStart = index;
        }
        if (!isPlain(word.text) && strange.size < mostStrange) strange.add(word.text);
        const { single, parts } =
          isPlain(word.text) || strange.has(word.text) ? fitsOf(word.text) : plainFitsOf(word.text);
        for (const part of parts) {
          const place = compounds.place[part] ?? 0;
          if (place > 0 && (reached[part - 1] !== index - 1 || index - 1 < sentenceStart)) continue;
          reached[part] = index;
          const whole = compounds.slots[part];
          if (whole && index - place >= sentenceStart) step(whole, index - place, index);
        }
        step(single, index, index);
      }
      return { words, hits };
    },
  };
}

/** What a word may be: a step of phrases by itself, or a part of words that stand together («амиа_хорло*»). */
interface Fits {
  readonly single: Int32Array;
  readonly parts: Int32Array;
}

function compile(phrases: readonly Phrase[]) {
  const slotsOfWord = new Map<string, number[]>();
  const gap: number[] = [];
  const phraseOf: number[] = [];
  const kind: number[] = [];
  for (const [phrase, written] of phrases.entries()) {
    for (const steps of readPhrase(written)) {
      for (const [index, step] of steps.entries()) {
        for (const word of step.words) put(slotsOfWord, word, gap.length);
        gap.push(step.gap);
        phraseOf.push(phrase);
        const isBeforeSeveral = steps[index + 1]?.words.some((word) => word.includes("_")) ?? false;
        kind.push(
          (index === 0 ? begins : 0) | (index === steps.length - 1 ? ends : 0) | (isBeforeSeveral ? beforeSeveral : 0),
        );
      }
    }
  }
  const terms = new Map<string, number>();
  const singleOf: number[][] = [];
  const partsOf: number[][] = [];
  const termOf = (word: string): number => {
    const term = terms.get(word) ?? terms.size;
    terms.set(word, term);
    return term;
  };
  const place: number[] = [];
  const slotsOfPart: (Int32Array | undefined)[] = [];
  for (const [written, slots] of slotsOfWord) {
    const together = written.split("_");
    if (together.length === 1) {
      const term = termOf(written);
      singleOf[term] = [...(singleOf[term] ?? []), ...slots];
      continue;
    }
    for (const [index, word] of together.entries()) {
      const term = termOf(word);
      partsOf[term] = [...(partsOf[term] ?? []), place.length];
      place.push(index);
      slotsOfPart.push(index === together.length - 1 ? laterFirst(slots) : undefined);
    }
  }
  const vocabulary = createVocabulary([...terms.keys()]);
  return {
    slots: {
      gap: Int32Array.from(gap),
      phrase: Int32Array.from(phraseOf),
      kind: Uint8Array.from(kind),
    },
    compounds: { place, slots: slotsOfPart },
    vocabulary,
    fitsOf: rememberedFits((word) => vocabulary.termsOf(word), singleOf, partsOf),
    plainFitsOf: rememberedFits((word) => vocabulary.plainTermsOf(word), singleOf, partsOf),
  };
}

function put(map: Map<string, number[]>, key: string, value: number): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** Later steps first: one word is never two steps of a phrase. */
const laterFirst = (slots: Iterable<number>): Int32Array =>
  Int32Array.from(new Set(slots)).sort((one, other) => other - one);

function rememberedFits(
  termsOf: (word: string) => readonly number[],
  singleOf: readonly (readonly number[])[],
  partsOf: readonly (readonly number[])[],
): (word: string) => Fits {
  const remembered = new WeakMap<readonly number[], Fits>();
  return (word) => {
    const terms = termsOf(word);
    const known = remembered.get(terms);
    if (known) return known;
    const fits = {
      single: laterFirst(terms.flatMap((term) => singleOf[term] ?? [])),
      parts: laterFirst(terms.flatMap((term) => partsOf[term] ?? [])),
    };
    remembered.set(terms, fits);
    return fits;
  };
}
