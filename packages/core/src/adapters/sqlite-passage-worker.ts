import { parentPort, workerData } from "node:worker_threads";
import { openSqliteEngine, type SqliteEngine } from "./sqlite-passage-engine.ts";
import type { SqliteIndexOptions } from "./sqlite-passage-file.ts";
import type { Answer, Call } from "./sqlite-passage-protocol.ts";

/** The thread behind `createSqlitePassageIndex`: a search never blocks the program's other requests. */
let engine: SqliteEngine | undefined;

parentPort?.on("message", ({ id, method, args }: Call) => {
  let answer: Answer;
  try {
    engine ??= openSqliteEngine(workerData as SqliteIndexOptions);
    answer = { id, result: (engine[method] as (...given: readonly unknown[]) => unknown)(...args) };
  } catch (error) {
    answer = { id, problem: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(answer);
});
