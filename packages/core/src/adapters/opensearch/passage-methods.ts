import type { PassageIndex, PassageQuery, RankedPassage } from "../../textbook/ports.ts";
import type { Passage } from "../../textbook/schema.ts";
import { byScore, type Scored } from "../passage-scores.ts";
import { bulkWrite } from "./bulk-write.ts";
import { type Connection, EngineRefusal, searchDown } from "./connection.ts";
import { type GradeRarities, readGradeRarities } from "./grade-rarities.ts";
import { grades as allGrades, termField, type TermKind } from "./index-layout.ts";
import { deleteOperation, indexOperation, isZero, numbersOf, refuseOtherLength } from "./passage-document.ts";
import { filtersOf, hitsOf, planLexical, termLists } from "./rank-by-terms.ts";
import { runSearches } from "./search-answers.ts";

export interface PassageTarget {
  /** Alias or index. */
  readonly read: string;
  readonly write: string;
  readonly isAlias: boolean;
  readonly dimensions: number;
}

/** How wide the vector graph is searched: far more than is asked for, so that the best are not missed. */
const graphWidth = 150;
/** Stems counted in one search. */
const countedTogether = 400;
const deletionTries = 5;

/** The methods of {@link PassageIndex} on one target that exists. */
export function passageMethods(connection: Connection, target: PassageTarget): PassageIndex {
  const { read, write, isAlias, dimensions } = target;
  const refresh = () => connection.write({ method: "POST", path: `/${write}/_refresh` });
  const readPassages = async (ids: readonly string[]) => readById(connection, read, ids);
  return {
    async add(passages) {
      if (passages.length === 0) return;
      await bulkWrite(
        connection,
        { index: write, isAlias },
        passages.map((passage) => indexOperation(passage, dimensions)),
      );
      await refresh();
    },
    async removePassages(passageIds) {
      if (passageIds.length === 0) return;
      await bulkWrite(connection, { index: write, isAlias }, passageIds.map(deleteOperation));
      await refresh();
    },
    async removeTextbook(textbookId, except = []) {
      // It deletes what a search sees.
      await refresh();
      await deleteByQuery(connection, write, {
        bool: {
          filter: [{ term: { textbookId } }],
          ...(except.length === 0 ? {} : { must_not: [{ ids: { values: except } }] }),
        },
      });
    },
    async search(query) {
      const grades = allGrades.filter((grade) => query.grades.includes(grade));
      if (grades.length === 0 || query.limit < 1) return { lexical: [], vector: [] };
      const plan = planLexical(query, grades, await raritiesFor(connection, read, query, grades));
      const near = nearest(query, grades, dimensions);
      const answers = await runSearches(connection, read, [...plan.bodies, ...near]);
      const lexical = plan.join(answers).slice(0, query.limit);
      const vector = (near.length === 0 ? [] : hitsOf(answers.at(-1)))
        .map(({ id, score }) => ({ id, score: 2 * score - 1 }))
        .toSorted(byScore)
        .slice(0, query.limit);
      const passages = await readPassages([...new Set([...lexical, ...vector].map(({ id }) => id))]);
      return { lexical: ranked(lexical, passages), vector: ranked(vector, passages) };
    },
    async find(passageIds) {
      const found = await readPassages([...new Set(passageIds)]);
      return passageIds.flatMap((passageId) => found.get(passageId) ?? []);
    },
    async frequencies({ stems, grades: wanted }) {
      const grades = allGrades.filter((grade) => wanted.includes(grade));
      return grades.length === 0
        ? { total: 0, byStem: new Map(stems.map((stem) => [stem, 0])) }
        : countStems(connection, read, [...new Set(stems)], grades);
    },
  };
}

/** One grade's weights are right as they are. */
async function raritiesFor(
  connection: Connection,
  index: string,
  query: PassageQuery,
  grades: readonly number[],
): Promise<GradeRarities | undefined> {
  const lists = [...termLists(query).values()];
  if (grades.length === 1 || lists.length === 0) return undefined;
  const termsOf = (kind: TermKind) => [...new Set(lists.flatMap((list) => (list.kind === kind ? list.terms : [])))];
  return readGradeRarities(connection, index, { grades, terms: { stems: termsOf("stems"), grams: termsOf("grams") } });
}

function nearest(query: PassageQuery, grades: readonly number[], dimensions: number): readonly object[] {
  if (query.vector === undefined) return [];
  refuseOtherLength(query.vector, dimensions);
  if (isZero(query.vector)) return [];
  const filter = { bool: { filter: [{ terms: { grade: grades } }, ...filtersOf(query)] } };
  const vector = { vector: numbersOf(query.vector), k: Math.max(query.limit, graphWidth), filter };
  return [{ size: query.limit, _source: false, track_total_hits: false, query: { knn: { vector } } }];
}

const ranked = (scored: readonly Scored<string>[], passages: ReadonlyMap<string, Passage>): readonly RankedPassage[] =>
  scored.flatMap(({ id, score }) => {
    const passage = passages.get(id);
    // Removed since it was found.
    return passage === undefined ? [] : [{ passage, score }];
  });

async function readById(
  connection: Connection,
  index: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Passage>> {
  if (ids.length === 0) return new Map();
  const { status, body } = await connection.search({
    method: "POST",
    path: `/${index}/_mget`,
    body: { ids },
    query: { _source: "passage", filter_path: "docs._id,docs.found,docs.error.type,docs._source.passage" },
  });
  interface Got {
    readonly _id?: string;
    readonly found?: boolean;
    readonly _source?: { readonly passage?: Passage };
  }
  const docs = (body as { readonly docs?: readonly Got[] } | undefined)?.docs;
  if (status === 404 || docs?.length !== ids.length) throw searchDown(new Error("passages were answered in part"));
  return new Map(
    docs.flatMap(({ _id: id, found, _source: source }) => {
      if (found === false) return [];
      if (id === undefined || source?.passage === undefined) throw searchDown(new Error("a passage could not be read"));
      return [[id, source.passage] as const];
    }),
  );
}

async function countStems(
  connection: Connection,
  index: string,
  stems: readonly string[],
  grades: readonly number[],
): Promise<{ readonly total: number; readonly byStem: ReadonlyMap<string, number> }> {
  const parts = Array.from({ length: Math.max(1, Math.ceil(stems.length / countedTogether)) }, (_unused, at) =>
    stems.slice(at * countedTogether, (at + 1) * countedTogether),
  );
  const holds = (stem: string) => ({
    bool: { should: grades.map((grade) => ({ term: { [termField("stems", grade)]: stem } })) },
  });
  const answers = await runSearches(
    connection,
    index,
    parts.map((part) => ({
      size: 0,
      track_total_hits: true,
      query: { terms: { grade: grades } },
      ...(part.length === 0
        ? {}
        : {
            aggs: {
              held: { filters: { filters: Object.fromEntries(part.map((stem, at) => [`s${at}`, holds(stem)])) } },
            },
          }),
    })),
  );
  const counts = parts.flatMap((part, place) =>
    part.map((stem, at) => {
      const count = answers[place]?.aggregations?.held?.buckets?.[`s${at}`]?.doc_count;
      if (count === undefined) throw searchDown(new Error("counts were answered in part"));
      return [stem, count] as const;
    }),
  );
  return { total: answers[0]?.hits?.total?.value ?? 0, byStem: new Map(counts) };
}

async function deleteByQuery(connection: Connection, index: string, query: object): Promise<void> {
  for (let attempt = 1; attempt <= deletionTries; attempt += 1) {
    const { status, body } = await connection.write({
      method: "POST",
      path: `/${index}/_delete_by_query`,
      body: { query },
      // A passage that is written at this very moment is looked at again.
      query: { conflicts: "proceed", refresh: true },
    });
    if (status === 404) throw searchDown(new Error(`the search index ${index} is missing`));
    const {
      version_conflicts: conflicts,
      failures = [],
      timed_out: isCutOff,
    } = body as {
      readonly version_conflicts?: number;
      readonly failures?: readonly { readonly cause?: { readonly type?: string; readonly reason?: string } }[];
      readonly timed_out?: boolean;
    };
    const [failure] = failures;
    if (failure) throw new EngineRefusal("a removal", 500, failure.cause?.type ?? "", failure.cause?.reason ?? "");
    if (conflicts === 0 && isCutOff === false) return;
  }
  throw searchDown(new Error("passages could not be removed: they kept changing"));
}
