/**
 * The words of `package.json` run through here: `node scripts/run.mjs WORD [arguments]`.
 * Plain JavaScript without packages, for the system's own Node 20 or newer: it installs what is missing, and then runs the
 * word's program with the Node that the project pins.
 */
import { existsSync } from "node:fs";
import { bootstrap } from "./run/bootstrap.mjs";
import { pinnedNode, programEnvironment } from "./run/pinned-node.mjs";
import { RunProblem, root, runProgram } from "./run/program.mjs";
import { runChecks } from "./run/run-checks.mjs";
import { runTests } from "./run/run-tests.mjs";

/** @typedef {{ node: string, env: NodeJS.ProcessEnv }} Tools */

/** A word that is one program of the project. @param {string} file */
const program =
  (file, /** @type {string[]} */ ...first) =>
  (/** @type {Tools} */ { node, env }, /** @type {string[]} */ args) => {
    if (!existsSync(new URL(file, root))) throw new RunProblem(`${file} does not exist.`);
    return runProgram(node, [file, ...first, ...args], { env, lifeline: true });
  };

/** @type {Record<string, { does: string, run: (tools: Tools, args: string[]) => Promise<number> }>} */
const words = {
  dev: { does: "the whole product on this machine", run: program("scripts/dev.ts") },
  test: { does: "everything that must hold", run: runTests },
  check: { does: "format, lint, types, boundaries, unused code", run: runChecks },
  bench: { does: "figures", run: program("tests/bench/run.ts") },
  eval: { does: "quality of search, ingestion and screening", run: program("tests/evals/run.ts") },
  cost: { does: "what a month costs, and what moves it", run: program("scripts/cost/run.ts") },
  mutation: {
    does: "whether the screening engine's tests notice faults",
    run: program("node_modules/@stryker-mutator/core/bin/stryker.js", "run"),
  },
  reindex: { does: "the search index anew, from the stored passages", run: program("scripts/reindex.ts") },
  "test:engines": { does: "search and table against real servers", run: program("scripts/engines/run.ts") },
};

async function main() {
  const [name = "", ...args] = process.argv.slice(2);
  const word = words[name];
  if (!word) {
    const lines = Object.entries(words).map(([known, { does }]) => `  npm run ${known.padEnd(12)} ${does}`);
    throw new RunProblem(`There is no "${name}". The words are:\n${lines.join("\n")}`);
  }
  await bootstrap();
  const node = pinnedNode();
  return word.run({ node, env: programEnvironment(node) }, args);
}

process.exitCode = await main().catch((error) => {
  if (!(error instanceof RunProblem)) throw error;
  console.error(error.message);
  return 1;
});
