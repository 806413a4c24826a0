export interface Scored<Id extends string | number> {
  readonly id: Id;
  readonly score: number;
}

/** The usual parameters of BM25; others did not do better on real questions. */
export const bm25 = { k1: 1.2, b: 0.75 };

/** How deep the ranked list of each kind of terms is read before they are joined. */
export const lexicalDepth = 200;

/** Inverse document frequency, never negative: `held` of `total` passages hold the term. */
export const rarity = (held: number, total: number): number => Math.log(1 + (total - held + 0.5) / (held + 0.5));

/** Lengths up to here are kept whole. */
const wholeLengths = 24;

/**
 * A passage's number of terms as BM25 sees it: four significant bits above 24. Lucene keeps a length in one byte like this
 * (`SmallFloat.intToByte4`); the embedded engine rounds alike, so that both score alike.
 */
export function roundedLength(terms: number): number {
  const above = terms - wholeLengths;
  if (above < 16) return terms;
  const dropped = 2 ** (Math.floor(Math.log2(above)) - 3);
  return wholeLengths + Math.floor(above / dropped) * dropped;
}

/**
 * Joins the lists of several kinds of terms: each list's scores as shares of its best, added up. On real questions the
 * sum orders better than ranks do (Hit@1 + 3 points), because a clear winner stays a clear winner.
 */
export function sumScores<Id extends string | number>(
  lists: readonly (readonly Scored<Id>[])[],
): readonly Scored<Id>[] {
  const sums = new Map<Id, number>();
  for (const list of lists) {
    const best = list.reduce((most, { score }) => Math.max(most, score), Number.MIN_VALUE);
    for (const { id, score } of list) sums.set(id, (sums.get(id) ?? 0) + score / best);
  }
  return ordered(sums);
}

/** Joins the lists of several readings of one question: a passage counts by the reading that fits it best. */
export function mergeScores<Id extends string | number>(
  lists: readonly (readonly Scored<Id>[])[],
): readonly Scored<Id>[] {
  const best = new Map<Id, number>();
  for (const list of lists) {
    for (const { id, score } of list) best.set(id, Math.max(best.get(id) ?? 0, score));
  }
  return ordered(best);
}

/** Best first; equals by id. */
export function byScore<Id extends string | number>(one: Scored<Id>, other: Scored<Id>): number {
  return other.score - one.score || (one.id < other.id ? -1 : 1);
}

const ordered = <Id extends string | number>(scores: ReadonlyMap<Id, number>): readonly Scored<Id>[] =>
  [...scores].map(([id, score]) => ({ id, score })).toSorted(byScore);
