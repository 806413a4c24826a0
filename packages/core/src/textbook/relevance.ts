import { analyseText, type WordTerms } from "./analyse-text.ts";
import type { Passage } from "./schema.ts";
import { withinEdits } from "./within-edits.ts";

/**
 * From this relevance on the books are taken to answer a question; under it the pupil is told that they don't.
 *
 * Calibrated, not guessed: 95 of 100 answered questions on the sample books reach it. At it, 18 of 20 questions written to
 * have no answer there are refused, and 84 of 100 both from other fields and with the answering book taken away
 * (`tests/evals/retrieval.ts` measures anew). Raising it refuses more of all.
 */
export const relevantFrom = 0.46;

/** What a verb counts beside a noun of the same rarity: books say the same thing with other verbs. */
const verbShare = 0.3;
/** What a number or a sign counts. */
const signShare = 1 / 3;
/** What a word in the chapter's or section's title counts on top: the passage is about it. */
const titleBonus = 0.3;
/** What a word with a slip of the keyboard counts, and the shortest words in which a slip is still told from another word. */
const slipShare = 0.7;
const shortestWithSlip = 5;
/** Words whose grams overlap less than this share are different words. */
const nearWord = 0.5;

/** How rare words are in the books that were searched. */
export interface Frequencies {
  /** Passages searched. */
  readonly total: number;
  /** How many of them hold each stem. */
  readonly byStem: ReadonlyMap<string, number>;
}

/** {@link coverage}, at most 1. */
export function relevance(...of: Parameters<typeof coverage>): number {
  return Math.min(1, coverage(...of));
}

/**
 * How much of a question a passage covers: the share of the question's words found in it, each weighed by its rarity in
 * the books; nouns and names weigh more than verbs. A word counts whole when a form of it stands there, in part when
 * one of similar letters does. 0..1, and up to 1.3 when the words stand in the chapter's or section's title too.
 */
export function coverage(
  words: readonly WordTerms[],
  passage: Pick<Passage, "chapter" | "section" | "text">,
  frequencies: Frequencies,
): number {
  const titles = new Set(analyseText(`${passage.chapter ?? ""}\n${passage.section ?? ""}`).stems);
  const { stems, grams } = analyseText(`${passage.chapter ?? ""}\n${passage.section ?? ""}\n${passage.text}`);
  const held = { stems: new Set(stems), grams: new Set(grams) };
  let all = 0;
  let found = 0;
  for (const word of words) {
    const weight = wordWeight(word, frequencies);
    all += weight;
    const isKnown = (frequencies.byStem.get(word.stem) ?? 0) > 0;
    found += weight * (presence(word, held, isKnown) + (titles.has(word.stem) ? titleBonus : 0));
  }
  return all === 0 ? 0 : found / all;
}

function wordWeight({ stem, names }: WordTerms, { total, byStem }: Frequencies): number {
  // A word that no book holds weighs as one that a single passage holds: it may also be a slip of the keyboard.
  const holding = Math.max(1, byStem.get(stem) ?? 0);
  const rarity = Math.log(1 + (total - holding + 0.5) / (holding + 0.5));
  if (!/\p{L}{2}/u.test(stem)) return rarity * signShare;
  return names ? rarity : rarity * verbShare;
}

/**
 * A word that the books know is no slip of another one («усны эргэлт» is not «цусны эргэлт»): it may only stand in another
 * form, and forms of a Mongolian word begin alike.
 */
function presence(
  { stem, grams }: WordTerms,
  held: { readonly stems: ReadonlySet<string>; readonly grams: ReadonlySet<string> },
  isKnown: boolean,
): number {
  if (held.stems.has(stem)) return 1;
  if (isKnown && !held.grams.has(grams[0] ?? "")) return 0;
  if (!isKnown && stem.length >= shortestWithSlip) {
    const slips = stem.length >= 8 ? 2 : 1;
    for (const other of held.stems) {
      if (other.length >= shortestWithSlip && withinEdits(stem, other, slips)) return slipShare;
    }
  }
  const share = grams.filter((gram) => held.grams.has(gram)).length / Math.max(1, grams.length);
  return share < nearWord ? 0 : share;
}
