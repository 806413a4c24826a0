import { rarity } from "../passage-scores.ts";
import { type Connection, searchDown } from "./connection.ts";
import { grades as allGrades, type TermKind, termField } from "./index-layout.ts";

export interface GradeRarities {
  /** What a term's weight in this grade's field is multiplied with; undefined where the grade does not hold the term. */
  boost(field: string, term: string): number | undefined;
}

interface FieldStatistics {
  readonly field_statistics?: { readonly doc_count?: number };
  readonly terms?: Readonly<Record<string, { readonly doc_freq?: number }>>;
}

/**
 * When several grades are asked at once a word is as rare as it is in all of them together, but the engine weighs it by each
 * grade's own field. This reads how often each term occurs in each grade (a look-up in the index, no search) and says by
 * how much the engine's weight has to be corrected.
 *
 * @throws DomainError `unavailable`
 */
export async function readGradeRarities(
  connection: Connection,
  index: string,
  asked: { readonly grades: readonly number[]; readonly terms: Readonly<Record<TermKind, readonly string[]>> },
): Promise<GradeRarities> {
  const kinds = (["stems", "grams"] as const).filter((kind) => asked.terms[kind].length > 0);
  const fields = asked.grades.flatMap((grade) =>
    kinds.map((kind) => [termField(kind, grade), asked.terms[kind]] as const),
  );
  const { status, body } = await connection.search({
    method: "POST",
    path: `/${index}/_mtermvectors`,
    body: {
      docs: [
        {
          // A passage that is not in the index, made of all the terms.
          doc: Object.fromEntries(fields),
          fields: fields.map(([field]) => field),
          term_statistics: true,
          field_statistics: true,
          positions: false,
          offsets: false,
          payloads: false,
        },
      ],
    },
    query: {
      filter_path: "docs.term_vectors.*.field_statistics.doc_count,docs.term_vectors.*.terms.*.doc_freq,docs.error",
    },
  });
  const [found] =
    (body as { docs?: readonly { error?: object; term_vectors?: Readonly<Record<string, FieldStatistics>> }[] }).docs ??
    [];
  if (status === 404 || found?.error !== undefined) throw searchDown(new Error("word frequencies could not be read"));
  return raritiesOf(found?.term_vectors ?? {});
}

function raritiesOf(statistics: Readonly<Record<string, FieldStatistics>>): GradeRarities {
  const inGrade = (field: string, term: string) => ({
    held: statistics[field]?.terms?.[term]?.doc_freq ?? 0,
    total: statistics[field]?.field_statistics?.doc_count ?? 0,
  });
  return {
    boost(field, term) {
      const here = inGrade(field, term);
      if (here.held === 0) return undefined;
      const kind: TermKind = field.startsWith("stems") ? "stems" : "grams";
      const each = allGrades.map((grade) => inGrade(termField(kind, grade), term));
      const held = each.reduce((sum, grade) => sum + grade.held, 0);
      const total = each.reduce((sum, grade) => sum + grade.total, 0);
      return rarity(held, total) / rarity(here.held, here.total);
    },
  };
}
