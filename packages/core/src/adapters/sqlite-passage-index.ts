import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { analysisVersion } from "../textbook/analyse-text.ts";
import type { PassageIndex, PassageRebuilds } from "../textbook/ports.ts";
import { openSqliteEngine, type SqliteEngine } from "./sqlite-passage-engine.ts";
import type { SqliteIndexOptions } from "./sqlite-passage-file.ts";
import type { Answer, Call } from "./sqlite-passage-protocol.ts";
import { createSqliteRebuilds } from "./sqlite-passage-rebuilds.ts";

export interface SqlitePassageIndex extends PassageIndex {
  /** Builds the index anew beside the one in use. */
  readonly rebuilds: PassageRebuilds;
  /** Ends the thread and closes the file; later calls fail. */
  close(): Promise<void>;
}

type Ask = (method: keyof SqliteEngine, args: readonly unknown[]) => Promise<unknown>;

/**
 * The embedded search engine: `PassageIndex` on one SQLite file, in a thread of its own (a bundle that ships without the
 * thread's file runs it in place). The file is opened by the first call.
 *
 * @throws Error from every call when the file was built with another embedding model, naming both, or by another analysis of words
 */
export function createSqlitePassageIndex({
  file,
  model,
  dimensions,
  analysis = analysisVersion,
}: SqliteIndexOptions): SqlitePassageIndex {
  const options = { file, model, dimensions, analysis };
  const thread = workerFile();
  const { ask, end } = thread === undefined ? inPlace(options) : inThread(thread, options);
  const method =
    <Name extends keyof PassageIndex>(name: Name) =>
    (...args: Parameters<PassageIndex[Name]>) =>
      ask(name, args) as ReturnType<PassageIndex[Name]>;
  return {
    add: method("add"),
    removeTextbook: method("removeTextbook"),
    removePassages: method("removePassages"),
    search: method("search"),
    find: method("find"),
    frequencies: method("frequencies"),
    rebuilds: createSqliteRebuilds(options, createSqlitePassageIndex),
    close: end,
  };
}

/** The thread's file beside this one: from source under Node, or beside a bundle. */
function workerFile(): URL | undefined {
  if (!import.meta.url.startsWith("file:")) return undefined;
  const name = import.meta.url.endsWith(".ts") ? "./sqlite-passage-worker.ts" : "./sqlite-passage-worker.mjs";
  const url = new URL(name, import.meta.url);
  return existsSync(fileURLToPath(url)) ? url : undefined;
}

function inPlace(options: SqliteIndexOptions): { ask: Ask; end(): Promise<void> } {
  let engine: SqliteEngine | undefined;
  let ended = false;
  return {
    ask: async (method, args) => {
      if (ended) throw new Error("the search index is closed");
      engine ??= openSqliteEngine(options);
      return (engine[method] as (...given: readonly unknown[]) => unknown)(...args);
    },
    end: async () => {
      ended = true;
      engine?.close();
      engine = undefined;
    },
  };
}

interface Waiting {
  resolve(result: unknown): void;
  reject(reason: Error): void;
}

function inThread(file: URL, options: SqliteIndexOptions): { ask: Ask; end(): Promise<void> } {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let calls = 0;
  let ended = false;

  const failAll = (reason: Error) => {
    worker = undefined;
    for (const call of waiting.values()) call.reject(reason);
    waiting.clear();
  };
  const settle = (answer: Answer) => {
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    // An idle thread must not keep the program alive.
    if (waiting.size === 0) worker?.unref();
    if ("problem" in answer) call?.reject(new Error(answer.problem));
    else call?.resolve(answer.result);
  };
  const start = (): Worker => {
    const started = new Worker(file, { workerData: options });
    started.on("message", settle);
    // A thread that died takes its calls with it; the next call starts another one on the same file.
    started.on("error", failAll);
    started.on("exit", () => {
      if (worker === started) failAll(new Error("the search thread ended"));
    });
    return started;
  };

  return {
    ask: (method, args) =>
      new Promise((resolve, reject) => {
        if (ended) throw new Error("the search index is closed");
        worker ??= start();
        worker.ref();
        calls += 1;
        const call: Call = { id: calls, method, args };
        waiting.set(call.id, { resolve, reject });
        worker.postMessage(call);
      }),
    end: async () => {
      ended = true;
      const ending = worker;
      failAll(new Error("the search index is closed"));
      await ending?.terminate();
    },
  };
}
