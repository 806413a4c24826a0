import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { getLoadablePath } from "sqlite-vec";
import { analysisVersion } from "../textbook/analyse-text.ts";

export interface SqliteIndexOptions {
  /** Path of the database; its directory is made. */
  readonly file: string;
  /** Embedding model and its dimension: the file keeps them and refuses any other. */
  readonly model: string;
  readonly dimensions: number;
  /** Which analysis of words the terms come from; the product's own but in tests. */
  readonly analysis?: number;
}

/** How the file is laid out. A file of another layout is refused: it is built anew from the passages kept in S3. */
const layout = "1";
/** How long a writer waits for another process's transaction. */
const busyTimeoutMs = 10_000;

export const grades = Array.from({ length: 12 }, (_unused, index) => index + 1);

/** Ids are packed by grade, so that one grade's rows lie side by side and are scanned alone. */
const idsPerGrade = 2 ** 40;
export const firstId = (grade: number): number => grade * idsPerGrade;
export const gradeOf = (id: number): number => Math.floor(id / idsPerGrade);

/** Terms of one grade's passages. Grades become names of tables: pass only members of {@link grades}. */
export const termTable = (grade: number): string => `terms_${grade}`;

/**
 * Opens or creates the file; when it was built anew elsewhere, that one (see `createSqliteRebuilds`). One process writes while
 * others read (WAL); what a transaction acknowledged survives `kill -9`.
 *
 * @throws Error naming both models when the file was built with another embedding model, or saying that its terms come from
 * another analysis of words
 */
export function openIndexFile({ file, ...identity }: SqliteIndexOptions): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file, { allowExtension: true, timeout: busyTimeoutMs });
  try {
    const successor = hasFacts(db) ? successorOf(db) : undefined;
    if (successor !== undefined) {
      db.close();
      return openIndexFile({ file: join(dirname(file), successor), ...identity });
    }
    db.loadExtension(getLoadablePath());
    db.enableLoadExtension(false);
    db.exec(
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=1073741824; PRAGMA cache_size=-32768",
    );
    if (!hasFacts(db)) inTransaction(db, () => createTables(db, identity));
    refuseOthers(db, { file, ...identity });
    db.exec(
      grades
        .map((grade) => `CREATE VIRTUAL TABLE temp.held_${grade} USING fts5vocab(main, ${termTable(grade)}, instance);`)
        .join("\n"),
    );
    return db;
  } catch (error) {
    if (db.isOpen) db.close();
    throw error;
  }
}

/** The name of the file beside this one that took its place. */
export function successorOf(db: DatabaseSync): string | undefined {
  const value = db.prepare("SELECT value FROM fact WHERE name = 'successor'").get()?.value;
  return value === undefined ? undefined : String(value);
}

export const hasFacts = (db: DatabaseSync): boolean =>
  db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'fact'").get() !== undefined;

/** The analysis that a file's terms come from; files that don't say are older than its versions. */
export function analysisOf(db: DatabaseSync): number {
  return Number(db.prepare("SELECT value FROM fact WHERE name = 'analysis'").get()?.value ?? 1);
}

function createTables(db: DatabaseSync, identity: Omit<SqliteIndexOptions, "file">): void {
  const { model, dimensions, analysis = analysisVersion } = identity;
  // "IF NOT EXISTS": another process may have made them while this one waited for the lock.
  db.exec(`
    CREATE TABLE IF NOT EXISTS fact(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS place(id INTEGER PRIMARY KEY, passage_id TEXT NOT NULL UNIQUE, textbook_id TEXT NOT NULL,
      subject TEXT NOT NULL, stems INTEGER NOT NULL, grams INTEGER NOT NULL);
    CREATE INDEX IF NOT EXISTS place_by_textbook ON place(textbook_id);
    CREATE TABLE IF NOT EXISTS passage(id INTEGER PRIMARY KEY, json TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS vector(id INTEGER PRIMARY KEY, e BLOB NOT NULL);`);
  for (const grade of grades) {
    // The terms come analysed: the tokenizer only splits at spaces, every sign that a formula may hold belongs to its term.
    db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS ${termTable(grade)} USING fts5(terms, content='', contentless_delete=1,
      tokenize="ascii tokenchars '_.=+-*/<>()''#&%:;,!?|~@[]^'")`);
  }
  const insert = db.prepare("INSERT OR IGNORE INTO fact VALUES (?, ?)");
  const facts = { layout, model, dimensions: String(dimensions), analysis: String(analysis) };
  for (const [name, value] of Object.entries(facts)) insert.run(name, value);
}

function refuseOthers(db: DatabaseSync, options: SqliteIndexOptions): void {
  const { file, model, dimensions, analysis = analysisVersion } = options;
  const facts = new Map(
    db
      .prepare("SELECT name, value FROM fact")
      .all()
      .map((row) => [row.name, String(row.value)]),
  );
  if (facts.get("layout") !== layout) {
    throw new Error(
      `the search index ${file} was made by another version of the product: delete it and index the books again`,
    );
  }
  if (facts.get("model") !== model || facts.get("dimensions") !== String(dimensions)) {
    throw new Error(
      `the search index ${file} holds vectors of ${facts.get("model")} (${facts.get("dimensions")} dimensions), but the ` +
        `settings say ${model} (${dimensions}). Vectors of two models can't be compared: give the new model a file of its ` +
        "own and index the books again",
    );
  }
  if (analysisOf(db) !== analysis) {
    throw new Error(
      `the search index ${file} holds words as an older version of the product read them (analysis ${analysisOf(db)}, now ` +
        `${analysis}): build it anew (npm run reindex -- --all)`,
    );
  }
}

/** Takes the write lock at once: a second writer waits instead of failing half way. */
export function inTransaction<Result>(db: DatabaseSync, work: () => Result): Result {
  return runBetween(db, "BEGIN IMMEDIATE", work);
}

/** All reads of one search see one state of the file. */
export function inSnapshot<Result>(db: DatabaseSync, work: () => Result): Result {
  return runBetween(db, "BEGIN", work);
}

function runBetween<Result>(db: DatabaseSync, begin: string, work: () => Result): Result {
  db.exec(begin);
  try {
    const result = work();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
}
