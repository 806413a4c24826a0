import type { DatabaseSync, StatementSync } from "node:sqlite";
import { roundedLength } from "./passage-scores.ts";
import { firstId, grades } from "./sqlite-passage-file.ts";

/** Where one term stands in one grade: slots (id minus the grade's first id) rising, and how often in each. */
export interface Postings {
  readonly slots: Int32Array;
  readonly counts: Uint16Array;
}

/** Terms of one kind in one grade. */
export interface GradeTerms {
  /** Passages that hold any. */
  readonly held: number;
  readonly averageLength: number;
  /** By slot, rounded. */
  readonly lengths: Float64Array;
}

/** What the filters and the length norm need of one grade's passages, by slot; a free slot has no terms. */
export interface GradePlaces {
  readonly count: number;
  readonly slots: number;
  readonly stems: GradeTerms;
  readonly grams: GradeTerms;
  readonly subjects: readonly (string | undefined)[];
  readonly textbooks: readonly (string | undefined)[];
}

export interface TermReader {
  postings(grade: number, term: string): Postings;
  places(grade: number): GradePlaces;
  /** Forgets what was read when the file has changed since; call at the start of each read. */
  refresh(): void;
}

/** About 24 MB. */
const maxRememberedSlots = 4_000_000;
/** Shorter lists are read again as fast as they are remembered. */
const shortestRemembered = 32;

/**
 * Reads posting lists out of FTS5 and keeps the ones in use: common endings occur in every question. SQLite's own bm25()
 * visits each passage once a term and took three times as long for the many grams of a question.
 */
export function createTermReader(db: DatabaseSync): TermReader {
  const selects = new Map(grades.map((grade) => [grade, selectPostings(db, grade)]));
  const postings = new Map<string, Postings>();
  const places = new Map<number, GradePlaces>();
  let remembered = 0;
  let version: unknown;
  const selectVersion = db.prepare("PRAGMA data_version");
  const selectChanges = db.prepare("SELECT total_changes() AS changes");

  return {
    refresh() {
      // data_version counts other connections' writes, total_changes this one's.
      const now = `${String(selectVersion.get()?.data_version)} ${String(selectChanges.get()?.changes)}`;
      if (now === version) return;
      version = now;
      postings.clear();
      places.clear();
      remembered = 0;
    },
    postings(grade, term) {
      const key = `${grade} ${term}`;
      const known = postings.get(key);
      const found = known ?? readPostings(selects.get(grade), grade, term);
      if (found.slots.length < shortestRemembered) return found;
      // Put last again: what was not asked for longest stands first and goes first.
      postings.delete(key);
      postings.set(key, found);
      if (known) return found;
      remembered += found.slots.length;
      for (const [oldest, { slots }] of postings) {
        if (remembered <= maxRememberedSlots) break;
        postings.delete(oldest);
        remembered -= slots.length;
      }
      return found;
    },
    places(grade) {
      const known = places.get(grade) ?? readPlaces(db, grade);
      places.set(grade, known);
      return known;
    },
  };
}

/** One row of JSON crosses into JavaScript five times faster than a row a passage. */
const selectPostings = (db: DatabaseSync, grade: number): StatementSync =>
  db.prepare(`SELECT json_group_array(doc - ?) AS docs FROM temp.held_${grade} WHERE term = ?`);

function readPostings(select: StatementSync | undefined, grade: number, term: string): Postings {
  const row = select?.get(firstId(grade), term);
  const instances = JSON.parse(String(row?.docs ?? "[]")) as number[];
  const slots = new Int32Array(instances.length);
  const counts = new Uint16Array(instances.length);
  let last = -1;
  for (const slot of instances) {
    if (last < 0 || slots[last] !== slot) {
      last += 1;
      slots[last] = slot;
    }
    counts[last] = (counts[last] ?? 0) + 1;
  }
  return { slots: slots.slice(0, last + 1), counts: counts.slice(0, last + 1) };
}

function readPlaces(db: DatabaseSync, grade: number): GradePlaces {
  const rows = db
    .prepare("SELECT id - ?1 AS slot, stems, grams, subject, textbook_id FROM place WHERE id >= ?1 AND id < ?2")
    .all(firstId(grade), firstId(grade + 1));
  const slots = Number(rows.at(-1)?.slot ?? -1) + 1;
  const subjects: (string | undefined)[] = Array.from({ length: slots });
  const textbooks: (string | undefined)[] = Array.from({ length: slots });
  for (const row of rows) {
    const slot = Number(row.slot);
    subjects[slot] = String(row.subject);
    textbooks[slot] = String(row.textbook_id);
  }
  const termsOf = (kind: "stems" | "grams"): GradeTerms => {
    const lengths = new Float64Array(slots);
    for (const row of rows) lengths[Number(row.slot)] = Number(row[kind]);
    const held = lengths.reduce((sum, length) => sum + (length > 0 ? 1 : 0), 0);
    const averageLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, held);
    return { held, averageLength, lengths: lengths.map(roundedLength) };
  };
  return { count: rows.length, slots, stems: termsOf("stems"), grams: termsOf("grams"), subjects, textbooks };
}
