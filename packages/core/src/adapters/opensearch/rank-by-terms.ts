import type { PassageQuery } from "../../textbook/ports.ts";
import { byScore, lexicalDepth, mergeScores, type Scored, sumScores } from "../passage-scores.ts";
import type { GradeRarities } from "./grade-rarities.ts";
import { type TermKind, termField } from "./index-layout.ts";
import type { SearchAnswer } from "./search-answers.ts";

/** The engine takes 1,024 clauses in one query. A question has a few hundred terms at most. */
const maxClauses = 1_000;

/** A list that several readings may share: the passages by BM25 over these terms. */
interface TermList {
  readonly kind: TermKind;
  readonly terms: readonly string[];
}

export interface LexicalPlan {
  readonly bodies: readonly object[];
  /** Joins the bodies' answers the way the embedded engine does. */
  join(answers: readonly SearchAnswer[]): readonly Scored<string>[];
}

/** The distinct lists that a question's readings need. */
export function termLists({ readings }: Pick<PassageQuery, "readings">): ReadonlyMap<string, TermList> {
  const lists = readings.flatMap((reading) => (["stems", "grams"] as const).map((kind) => listOf(kind, reading[kind])));
  return new Map(lists.filter(({ terms }) => terms.length > 0).map((list) => [keyOf(list), list]));
}

/** Searches for the lexical ranking; `rarities` corrects what a word weighs when several grades are asked. */
export function planLexical(
  query: PassageQuery,
  grades: readonly number[],
  rarities: GradeRarities | undefined,
): LexicalPlan {
  const filter = filtersOf(query);
  const places = new Map<string, readonly number[]>();
  const bodies: object[] = [];
  for (const [key, list] of termLists(query)) {
    const first = bodies.length;
    for (const should of inQueries(clausesOf(list, grades, rarities))) {
      bodies.push({
        size: lexicalDepth,
        _source: false,
        track_total_hits: false,
        query: { bool: { should, minimum_should_match: 1, ...(filter.length === 0 ? {} : { filter }) } },
      });
    }
    places.set(
      key,
      Array.from({ length: bodies.length - first }, (_unused, at) => first + at),
    );
  }
  return {
    bodies,
    join: (answers) => {
      const scoresOf = (kind: TermKind, terms: readonly string[]) =>
        (places.get(keyOf(listOf(kind, terms))) ?? [])
          .flatMap((place) => hitsOf(answers[place]))
          .toSorted(byScore)
          .slice(0, lexicalDepth);
      return mergeScores(
        query.readings.map(({ stems, grams }) => sumScores([scoresOf("stems", stems), scoresOf("grams", grams)])),
      );
    },
  };
}

export const hitsOf = (answer: SearchAnswer | undefined): readonly Scored<string>[] =>
  (answer?.hits?.hits ?? []).flatMap(({ _id: id, _score: score }) =>
    id === undefined || score === undefined ? [] : [{ id, score }],
  );

/** `grades` apart: lexical fields are of one grade. */
export const filtersOf = ({ subject, textbookId }: Pick<PassageQuery, "subject" | "textbookId">): readonly object[] =>
  Object.entries({ subject, textbookId }).flatMap(([name, value]) =>
    value === undefined ? [] : [{ term: { [name]: value } }],
  );

const listOf = (kind: TermKind, terms: readonly string[]): TermList => ({ kind, terms: [...new Set(terms)] });
const keyOf = ({ kind, terms }: TermList): string => JSON.stringify([kind, ...terms]);

/** One list of clauses for each grade. */
function clausesOf(
  { kind, terms }: TermList,
  grades: readonly number[],
  rarities: GradeRarities | undefined,
): readonly (readonly object[])[] {
  return grades.map((grade) => {
    const field = termField(kind, grade);
    return terms.slice(0, maxClauses).flatMap((value): readonly object[] => {
      if (!rarities) return [{ term: { [field]: value } }];
      const boost = rarities.boost(field, value);
      return boost === undefined ? [] : [{ term: { [field]: { value, boost } } }];
    });
  });
}

/** As few queries as the engine takes; a grade's clauses stay together, for a passage's score is their sum. */
function inQueries(byGrade: readonly (readonly object[])[]): readonly (readonly object[])[] {
  const queries: object[][] = [];
  for (const clauses of byGrade) {
    const last = queries.at(-1);
    if (clauses.length === 0) continue;
    if (last && last.length + clauses.length <= maxClauses) last.push(...clauses);
    else queries.push([...clauses]);
  }
  return queries;
}
