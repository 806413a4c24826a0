import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import type { IndexedPassage, PassageIndex, PassageQuery, RankedPassage } from "../textbook/ports.ts";
import type { Passage } from "../textbook/schema.ts";
import { byScore, type Scored } from "./passage-scores.ts";
import {
  firstId,
  gradeOf,
  grades,
  inSnapshot,
  inTransaction,
  openIndexFile,
  type SqliteIndexOptions,
  successorOf,
  termTable,
} from "./sqlite-passage-file.ts";
import { rankByTerms, stemTerm } from "./sqlite-passage-lexical.ts";
import { createTermReader, type TermReader } from "./sqlite-passage-terms.ts";

/** A method of {@link PassageIndex} without its promise. */
type Sync<Method> = Method extends (...args: infer Args) => Promise<infer Result> ? (...args: Args) => Result : never;
export type SqliteEngine = { readonly [Name in keyof PassageIndex]: Sync<PassageIndex[Name]> } & { close(): void };

/**
 * The embedded search engine on one SQLite file, synchronous: our own terms in FTS5, ranked by BM25, and exact vector
 * distance over the passages that the filters leave (sqlite-vec on plain BLOBs).
 *
 * Each grade has its own full-text table: a word is as rare as it is in that grade's books, a search reads a twelfth of
 * the index, and no query reaches another grade by mistake. Each batch is one transaction.
 */
export function openSqliteEngine(options: SqliteIndexOptions): SqliteEngine {
  const open = () => {
    const db = openIndexFile(options);
    return { db, reader: createTermReader(db) };
  };
  let opened = open();
  /** Runs in one transaction, on the file that is in use by then. */
  const within = <Result>(
    begin: typeof inTransaction | typeof inSnapshot,
    work: (file: ReturnType<typeof open>) => Result,
  ): Result => {
    for (;;) {
      const { db, reader } = opened;
      const done = begin(db, () => {
        // Looked at under the same lock as the work: a write never goes to a file that has just been replaced.
        if (successorOf(db) !== undefined) return undefined;
        reader.refresh();
        return { result: work(opened) };
      });
      if (done) return done.result;
      db.close();
      opened = open();
    }
  };
  return {
    add: (passages) =>
      within(inTransaction, ({ db }) => {
        for (const passage of passages) replacePassage(db, options, passage);
      }),
    removeTextbook: (textbookId, except = []) =>
      within(inTransaction, ({ db }) => {
        const kept = new Set<unknown>(except);
        const rows = db.prepare("SELECT id, passage_id FROM place WHERE textbook_id = ?").all(textbookId);
        for (const { id, passage_id: passageId } of rows) if (!kept.has(passageId)) removePassage(db, Number(id));
      }),
    removePassages: (passageIds) =>
      within(inTransaction, ({ db }) => {
        for (const passageId of passageIds) removeKnown(db, passageId);
      }),
    search: (query) =>
      within(inSnapshot, ({ db, reader }) => ({
        lexical: readBest(db, rankByTerms(reader, askedGrades(query.grades), query), query.limit),
        vector: query.vector ? readBest(db, rankByDistance(db, options, query, query.vector), query.limit) : [],
      })),
    find: (passageIds) =>
      within(inSnapshot, ({ db }) => {
        const select = db.prepare("SELECT json FROM passage JOIN place USING (id) WHERE passage_id = ?");
        return passageIds.flatMap((passageId) => {
          const row = select.get(passageId);
          return row === undefined ? [] : [JSON.parse(String(row.json)) as Passage];
        });
      }),
    frequencies: ({ stems, grades: wanted }) =>
      within(inSnapshot, ({ reader }) => countStems(reader, stems, askedGrades(wanted))),
    close: () => opened.db.close(),
  };
}

function replacePassage(db: DatabaseSync, { dimensions }: SqliteIndexOptions, indexed: IndexedPassage): void {
  const { passage, analysed, vector } = indexed;
  refuseOtherLength(vector, dimensions);
  removeKnown(db, passage.passageId);
  const id = nextId(db, passage.grade);
  db.prepare("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?)").run(
    id,
    passage.passageId,
    passage.textbookId,
    passage.subject,
    analysed.stems.length,
    analysed.grams.length,
  );
  db.prepare("INSERT INTO passage VALUES (?, ?)").run(id, JSON.stringify(passage));
  db.prepare("INSERT INTO vector VALUES (?, ?)").run(id, bytesOf(vector));
  const terms = [...analysed.stems.map(stemTerm), ...analysed.grams].join(" ");
  db.prepare(`INSERT INTO ${termTable(passage.grade)}(rowid, terms) VALUES (?, ?)`).run(id, terms);
}

function removeKnown(db: DatabaseSync, passageId: string): void {
  const known = db.prepare("SELECT id FROM place WHERE passage_id = ?").get(passageId);
  if (known) removePassage(db, Number(known.id));
}

function removePassage(db: DatabaseSync, id: number): void {
  for (const table of ["place", "passage", "vector"]) db.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
  db.prepare(`DELETE FROM ${termTable(gradeOf(id))} WHERE rowid = ?`).run(id);
}

function nextId(db: DatabaseSync, grade: number): number {
  const select = db.prepare("SELECT max(id) AS last FROM place WHERE id >= ? AND id < ?");
  const last = select.get(firstId(grade), firstId(grade + 1))?.last;
  return last === null || last === undefined ? firstId(grade) : Number(last) + 1;
}

function rankByDistance(
  db: DatabaseSync,
  { dimensions }: SqliteIndexOptions,
  query: PassageQuery,
  vector: Float32Array,
): readonly Scored<number>[] {
  refuseOtherLength(vector, dimensions);
  // Nothing is near to nothing.
  if (vector.every((value) => value === 0)) return [];
  const given: SQLInputValue[] = [];
  const conditions = (["subject", "textbookId"] as const).flatMap((name) => {
    const value = query[name];
    if (value === undefined) return [];
    given.push(value);
    return [`AND place.${name === "subject" ? "subject" : "textbook_id"} = ?`];
  });
  const join = conditions.length === 0 ? "" : "JOIN place USING (id)";
  const select = db.prepare(
    `SELECT id, vec_distance_cosine(e, ?) AS distance FROM vector ${join} WHERE id >= ? AND id < ? AND distance IS NOT NULL
      ${conditions.join(" ")} ORDER BY distance LIMIT ?`,
  );
  return askedGrades(query.grades)
    .flatMap((grade) => select.all(bytesOf(vector), firstId(grade), firstId(grade + 1), ...given, query.limit))
    .map((row) => ({ id: Number(row.id), score: 1 - Number(row.distance) }))
    .toSorted(byScore);
}

/** The best `limit` passages; equals in the order of their ids, in every engine. */
function readBest(db: DatabaseSync, scored: readonly Scored<number>[], limit: number): RankedPassage[] {
  const select = db.prepare("SELECT json FROM passage WHERE id = ?");
  const last = scored[limit - 1]?.score ?? -Infinity;
  return scored
    .filter(({ score }, place) => place < limit || score === last)
    .map(({ id, score }) => ({ passage: JSON.parse(String(select.get(id)?.json)) as Passage, score }))
    .toSorted((one, other) => other.score - one.score || (one.passage.passageId < other.passage.passageId ? -1 : 1))
    .slice(0, limit);
}

function countStems(reader: TermReader, stems: readonly string[], wanted: readonly number[]) {
  const sumOver = (count: (grade: number) => number): number => wanted.reduce((sum, grade) => sum + count(grade), 0);
  return {
    total: sumOver((grade) => reader.places(grade).count),
    byStem: new Map(
      stems.map((stem) => [stem, sumOver((grade) => reader.postings(grade, stemTerm(stem)).slots.length)]),
    ),
  };
}

function refuseOtherLength(vector: Float32Array, dimensions: number): void {
  if (vector.length === dimensions) return;
  throw new Error(`a vector of ${vector.length} dimensions came to an index of ${dimensions}`);
}

/** Each grade once, and only the twelve real ones. */
const askedGrades = (wanted: readonly number[]): readonly number[] => grades.filter((grade) => wanted.includes(grade));

const bytesOf = (vector: Float32Array): Uint8Array =>
  new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
