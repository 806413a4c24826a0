import { mongolianTrigrams } from "./mongolian-trigrams.ts";

/** Letters of Mongolian Cyrillic in lower case, with the sign of a word's end. */
const alphabetSize = 36;
/** Log probability of a sign that no Mongolian word holds. */
const alien = -11;
/** How much weight shorter contexts keep, in counts (Witten-Bell style: contexts seen rarely lean on shorter ones). */
const backoff = 4;

interface Counts {
  readonly next: Map<string, number>;
  total: number;
}

interface Model {
  readonly byTwo: ReadonlyMap<string, Counts>;
  readonly byOne: ReadonlyMap<string, Counts>;
  readonly single: Counts;
}

let model: Model | undefined;
const known = new Map<string, number>();

/**
 * Mean natural log probability of a word's letters in Mongolian, its end included: about -2.3 for usual words, -3 for rare
 * and foreign ones, below -4.5 for random Cyrillic, -11 where no letter is Mongolian. Case does not matter.
 */
export function scoreWord(word: string): number {
  const padded = `__${word.toLowerCase()}_`;
  let total = 0;
  for (let at = 2; at < padded.length; at += 1) total += logProbability(padded.slice(at - 2, at + 1));
  return total / (padded.length - 2);
}

function logProbability(trigram: string): number {
  const found = known.get(trigram);
  if (found !== undefined) return found;
  model ??= readModel();
  const { byTwo, byOne, single } = model;
  const letter = trigram.charAt(2);
  if (!single.next.has(letter)) return alien;
  const one = smooth(single, letter, 1 / alphabetSize);
  const two = smooth(byOne.get(trigram.charAt(1)), letter, one);
  const result = Math.log(smooth(byTwo.get(trigram.slice(0, 2)), letter, two));
  // Texts bring any number of alien signs; only trigrams of the alphabet are kept.
  if (/^[а-яёөү_]{3}$/u.test(trigram)) known.set(trigram, result);
  return result;
}

/** Share of a letter after a context, mixed with the shorter context's share. */
function smooth(counts: Counts | undefined, letter: string, shorter: number): number {
  if (counts === undefined) return shorter;
  const weight = backoff + counts.next.size;
  return ((counts.next.get(letter) ?? 0) + weight * shorter) / (counts.total + weight);
}

function readModel(): Model {
  const byTwo = new Map<string, Counts>();
  const byOne = new Map<string, Counts>();
  const single: Counts = { next: new Map(), total: 0 };
  for (const cell of mongolianTrigrams.flatMap((row) => row.split(" "))) {
    const [context = "", next = ""] = cell.split("=");
    for (const [, letter = "", count = ""] of next.matchAll(/(\D)(\d+)/g)) {
      add(entry(byTwo, context), letter, Number(count));
      add(entry(byOne, context.slice(1)), letter, Number(count));
      add(single, letter, Number(count));
    }
  }
  return { byTwo, byOne, single };
}

function entry(counts: Map<string, Counts>, context: string): Counts {
  const found = counts.get(context) ?? { next: new Map(), total: 0 };
  counts.set(context, found);
  return found;
}

function add(counts: Counts, letter: string, count: number): void {
  counts.next.set(letter, (counts.next.get(letter) ?? 0) + count);
  counts.total += count;
}
