import { charGrams, foldMongolian } from "../../packages/core/src/kernel/mongolian/index.ts";
import type { SearchSet } from "./retrieval-sets.ts";

const k1 = 1.2;
const b = 0.75;

/**
 * What a plain method reaches on the very same rows: BM25 over the 4-grams of folded words, the best single cell of the
 * published table. The table's own figures are of the full sets, of which only a part is here.
 */
export function measureBaseline(set: SearchSet): Readonly<Record<string, number>> {
  const rank = plainSearch(set.texts.map(({ text }) => gramsOf(text)));
  const ranks = set.questions.map(({ question, answers }) => {
    const order = rank(new Set(gramsOf(question)));
    return 1 + order.findIndex((at) => answers.has(set.texts[at]?.id ?? ""));
  });
  const share = (most: number) => ranks.filter((each) => each >= 1 && each <= most).length / ranks.length;
  return {
    hit1: share(1),
    hit5: share(5),
    mrr10: ranks.reduce((sum, each) => sum + (each >= 1 && each <= 10 ? 1 / each : 0), 0) / ranks.length,
  };
}

const gramsOf = (text: string): readonly string[] =>
  (foldMongolian(text).match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((word) => charGrams(word, 4));

function plainSearch(texts: readonly (readonly string[])[]): (terms: ReadonlySet<string>) => readonly number[] {
  const counts = texts.map((terms) => {
    const byTerm = new Map<string, number>();
    for (const term of terms) byTerm.set(term, (byTerm.get(term) ?? 0) + 1);
    return byTerm;
  });
  const average = texts.reduce((sum, { length }) => sum + length, 0) / texts.length;
  const holding = (term: string) => counts.filter((byTerm) => byTerm.has(term)).length;
  return (terms) => {
    const weights = [...terms].map((term) => {
      const held = holding(term);
      return [term, Math.log(1 + (texts.length - held + 0.5) / (held + 0.5))] as const;
    });
    const scores = counts.map((byTerm, at) => {
      const norm = k1 * (1 - b + (b * (texts[at]?.length ?? 0)) / average);
      return weights.reduce((sum, [term, weight]) => {
        const count = byTerm.get(term) ?? 0;
        return sum + (weight * count * (k1 + 1)) / (count + norm);
      }, 0);
    });
    return scores.map((_score, at) => at).toSorted((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0));
  };
}
