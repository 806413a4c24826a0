/** One ranked list, best first, and how much it counts. */
export interface Ranking {
  readonly ids: readonly string[];
  readonly weight: number;
}

/**
 * Reciprocal rank fusion (Cormack, Clarke, Büttcher, SIGIR 2009): Σ weight ÷ (k + rank). The same k as the paper's, 60.
 * Returns every id with its score, best first; equal scores keep the order of the first list.
 */
export function fuseRankings(rankings: readonly Ranking[], k = 60): readonly { id: string; score: number }[] {
  const scores = new Map<string, number>();
  for (const { ids, weight } of rankings) {
    ids.forEach((id, index) => {
      scores.set(id, (scores.get(id) ?? 0) + weight / (k + index + 1));
    });
  }
  return [...scores].map(([id, score]) => ({ id, score })).toSorted((one, other) => other.score - one.score);
}
