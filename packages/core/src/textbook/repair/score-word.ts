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

/**
 * Mean natural log probability of a word's letters in Mongolian, its end included: about -2.3 for usual words, -3 for rare
 * and foreign ones, below -4.5 for random Cyrillic, -11 where no letter is Mongolian. Case does not matter.
 */
export function scoreWord(word: string): number {
  const letters = [...word.toLowerCase()];
  const total = [...letters, "_"].reduce(
    (sum, letter, at) => sum + logProbability(letters[at - 2] ?? "_", letters[at - 1] ?? "_", letter),
    0,
  );
  return total / (letters.length + 1);
}

function logProbability(first: string, second: string, letter: string): number {
  model ??= readModel();
  const { byTwo, byOne, single } = model;
  if (!single.next.has(letter)) return alien;
  const one = smooth(single, letter, 1 / alphabetSize);
  const two = smooth(byOne.get(second), letter, one);
  return Math.log(smooth(byTwo.get(first + second), letter, two));
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
