import { analyseText, type WordTerms } from "./analyse-text.ts";

/** How rare words are in the books that were searched. */
export interface Frequencies {
  /** Passages searched. */
  readonly total: number;
  /** How many of them hold each stem. */
  readonly byStem: ReadonlyMap<string, number>;
}

/** Words whose grams overlap less than this (Dice) are different words; a slip of one letter in six keeps about half. */
const nearWord = 0.5;

/**
 * How much of a question a text covers, 0..1: the share of the question's words found in it, each weighed by its rarity in
 * the books. A word counts whole when a form of it stands there, and in part when one of similar letters does (a slip of
 * the keyboard). Words that no book knows weigh most: a question about them is answered nowhere.
 */
export function relevance(words: readonly WordTerms[], text: string, frequencies: Frequencies): number {
  const { stems, grams } = analyseText(text);
  const held = { stems: new Set(stems), grams: new Set(grams) };
  let all = 0;
  let found = 0;
  for (const word of words) {
    const weight = wordWeight(word, frequencies);
    all += weight;
    found += weight * presence(word, held);
  }
  return all === 0 ? 0 : found / all;
}

/** Inverse document frequency; signs of formulas and numbers say less than words of the same rarity. */
function wordWeight({ stem }: WordTerms, { total, byStem }: Frequencies): number {
  const holding = byStem.get(stem) ?? 0;
  const rarity = Math.log(1 + (total - holding + 0.5) / (holding + 0.5));
  return /\p{L}{2}/u.test(stem) ? rarity : rarity / 3;
}

function presence(
  { stem, grams }: WordTerms,
  held: { readonly stems: ReadonlySet<string>; readonly grams: ReadonlySet<string> },
): number {
  if (held.stems.has(stem)) return 1;
  const share = grams.filter((gram) => held.grams.has(gram)).length / Math.max(1, grams.length);
  return share < nearWord ? 0 : share;
}
