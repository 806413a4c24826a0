import { analysisVersion } from "../../textbook/analyse-text.ts";
import { bm25 } from "../passage-scores.ts";

export interface IndexIdentity {
  /** First word of every name, one for each stage that shares the engine: `ukhaan`, `ukhaan-pr-12`. */
  readonly indexPrefix: string;
  /** Embedding model and its dimension: part of the names, and kept with each index. */
  readonly model: string;
  readonly dimensions: number;
  /** Which analysis of words its terms come from, in the names too; the product's own but in tests. */
  readonly analysis?: number;
}

/** How an index is laid out. Another layout gets other names, so that two versions of the product never share an index. */
const layout = 1;

export interface IndexNames {
  /** What searches and what writes go to; both point to one generation. */
  readonly read: string;
  readonly write: string;
  readonly template: string;
  /** Every index of this prefix, whatever its model. */
  readonly ofPrefix: string;
  /** Every generation of this model, layout and analysis. */
  readonly generations: string;
  generation(number: number): string;
  /** The number of a generation; undefined for any other name. */
  numberOf(index: string): number | undefined;
}

export function indexNames({ indexPrefix, model, dimensions, analysis = analysisVersion }: IndexIdentity): IndexNames {
  const slug = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, "-");
  const base = `${slug(indexPrefix)}-passages-${slug(model).slice(0, 80)}-${dimensions}-l${layout}-a${analysis}`;
  return {
    read: `${base}-read`,
    write: `${base}-write`,
    template: base,
    ofPrefix: `${slug(indexPrefix)}-passages-*`,
    generations: `${base}-g*`,
    generation: (number) => `${base}-g${number}`,
    numberOf: (index) => {
      const digits = index.startsWith(`${base}-g`) ? index.slice(base.length + 2) : "";
      return /^\d+$/u.test(digits) ? Number(digits) : undefined;
    },
  };
}

/** What an index says about itself, in its mapping. */
export interface IndexFacts {
  readonly model: string;
  readonly dimensions: number;
  /** Absent where it was not kept yet. */
  readonly analysis?: number;
}

export const grades = Array.from({ length: 12 }, (_unused, index) => index + 1);
export type TermKind = "stems" | "grams";
/** Terms of one grade's passages have fields of their own: a word is as rare as it is in that grade's books. */
export const termField = (kind: TermKind, grade: number): string => `${kind}_${grade}`;

/**
 * Applies to every generation by its name. The passage itself is kept and not searched; terms come analysed, one token each
 * (so that no tokenizer of the engine has a say), ranked by BM25 as in the embedded engine; vectors by cosine in an HNSW
 * graph. One shard: frequencies of words are counted in one place, and all the nation's books fit.
 */
export function indexTemplate(identity: IndexIdentity): object {
  const { model, dimensions, analysis = analysisVersion } = identity;
  const terms = { type: "text", analyzer: "keyword", index_options: "freqs", similarity: "terms" };
  const fields = grades.flatMap((grade) =>
    (["stems", "grams"] as const).map((kind) => [termField(kind, grade), terms] as const),
  );
  const facts: IndexFacts = { model, dimensions, analysis };
  return {
    index_patterns: [indexNames(identity).generations],
    template: {
      settings: {
        index: {
          knn: true,
          number_of_shards: 1,
          auto_expand_replicas: "0-1",
          similarity: { terms: { type: "BM25", ...bm25 } },
        },
      },
      mappings: {
        dynamic: "strict",
        _meta: facts,
        _source: { excludes: ["stems_*", "grams_*", "vector"] },
        properties: {
          textbookId: { type: "keyword" },
          subject: { type: "keyword" },
          grade: { type: "byte" },
          edition: { type: "short" },
          passage: { type: "object", enabled: false },
          ...Object.fromEntries(fields),
          vector: {
            type: "knn_vector",
            dimension: dimensions,
            method: { name: "hnsw", engine: "lucene", space_type: "cosinesimil" },
          },
        },
      },
    },
  };
}
