import { existsSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { analysisVersion } from "../textbook/analyse-text.ts";
import type { PassageIndex, PassageRebuild, PassageRebuilds } from "../textbook/ports.ts";
import {
  analysisOf,
  hasFacts,
  inTransaction,
  openIndexFile,
  type SqliteIndexOptions,
  successorOf,
} from "./sqlite-passage-file.ts";

const timeout = 10_000;

/**
 * Builds the index anew in a file beside the one in use (`search.db-g2`). Putting it in use is one transaction in the old file,
 * which names its successor from then on: every program that has the old one open moves over with its next call.
 */
export function createSqliteRebuilds(
  options: SqliteIndexOptions,
  openIndex: (options: SqliteIndexOptions) => PassageIndex,
): PassageRebuilds {
  const root = options.file;
  const dir = dirname(root);
  const isOfThisAnalysis = (name: string) =>
    withFile(join(dir, name), (db) => !hasFacts(db) || analysisOf(db) === (options.analysis ?? analysisVersion));
  const generations = (): readonly { readonly name: string; readonly number: number }[] =>
    (existsSync(dir) ? readdirSync(dir) : []).flatMap((name) => {
      const digits = name.startsWith(`${basename(root)}-g`) ? name.slice(basename(root).length + 2) : "";
      return /^\d+$/u.test(digits) ? [{ name, number: Number(digits) }] : [];
    });
  const rebuild = (name: string): PassageRebuild => ({
    name,
    passages: openIndex({ ...options, file: join(dir, name) }),
    use: async () => {
      const current = inUse(root);
      if (current === name) return;
      // What the pointers will name must be on the disk before they do.
      withFile(join(dir, name), (db) => db.exec("PRAGMA synchronous=FULL; PRAGMA wal_checkpoint(TRUNCATE)"));
      // The one in use first: should this be cut off here, the older pointers still lead to the new one.
      for (const older of new Set([current, basename(root)])) nameSuccessor(join(dir, older), name);
    },
  });
  return {
    async begin() {
      if (!existsSync(root)) openIndexFile(options).close();
      const current = inUse(root);
      if (current !== basename(root)) nameSuccessor(root, current);
      const known = generations();
      for (const { name } of known.filter((each) => each.name !== current)) {
        for (const suffix of ["", "-wal", "-shm"]) rmSync(join(dir, name + suffix), { force: true });
      }
      const name = `${basename(root)}-g${Math.max(1, ...known.map(({ number }) => number)) + 1}`;
      openIndexFile({ ...options, file: join(dir, name) }).close();
      return rebuild(name);
    },
    async resume(name) {
      const isKnown = generations().some((each) => each.name === name);
      return isKnown && existsSync(root) && inUse(root) !== name && isOfThisAnalysis(name) ? rebuild(name) : undefined;
    },
    isStale: async () => existsSync(root) && !isOfThisAnalysis(inUse(root)),
  };
}

/** The name of the file at the end of the pointers. */
function inUse(file: string): string {
  const successor = withFile(file, (db) => (hasFacts(db) ? successorOf(db) : undefined));
  return successor === undefined ? basename(file) : inUse(join(dirname(file), successor));
}

function nameSuccessor(file: string, successor: string): void {
  withFile(file, (db) =>
    inTransaction(db, () => db.prepare("INSERT OR REPLACE INTO fact VALUES ('successor', ?)").run(successor)),
  );
}

function withFile<Result>(file: string, work: (db: DatabaseSync) => Result): Result {
  const db = new DatabaseSync(file, { timeout });
  try {
    return work(db);
  } finally {
    db.close();
  }
}
