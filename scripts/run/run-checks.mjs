import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { captureProgram, root } from "./program.mjs";

const folders = ["packages", "scripts", "tests", "infra", "stacks"];

/** The slow ones first, so that all end together. @type {{ name: string, command: string, args: () => string[] }[]} */
const checks = [
  { name: "types", command: "tsc", args: () => ["-p", "."] },
  { name: "lint", command: "oxlint", args: () => ["--type-aware", "--quiet"] },
  {
    name: "boundaries",
    command: "depcruise",
    args: () => ["--output-type", "err", ...folders.filter((folder) => existsSync(new URL(folder, root)))],
  },
  { name: "unused", command: "knip", args: () => ["--no-progress"] },
  { name: "format", command: "oxfmt", args: () => ["--check"] },
];

/**
 * Runs every check, also after one has failed, and shows the words of those that failed.
 * @param {import("../run.mjs").Tools} tools
 */
export async function runChecks({ env }) {
  const waiting = [...checks];
  /** @type {string[]} */
  const failed = [];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      if (!(await runCheck(check, env))) failed.push(check.name);
    }
  };
  const atOnce = Math.min(availableParallelism(), 3);
  await Promise.all(Array.from({ length: atOnce }, work));
  console.log(failed.length === 0 ? "\nAll checks hold." : `\nFailed: ${failed.join(", ")}`);
  return failed.length === 0 ? 0 : 1;
}

/** @param {(typeof checks)[number]} check @param {NodeJS.ProcessEnv} env */
async function runCheck({ name, command, args }, env) {
  const startedMs = Date.now();
  const { code, output } = await captureProgram(command, args(), env);
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
  console.log(`${code === 0 ? "ok  " : "FAIL"}  ${name.padEnd(10)} ${seconds.padStart(5)} s`);
  if (code !== 0) console.log(indent(output));
  return code === 0;
}

const indent = (/** @type {string} */ text) => text.trim().replaceAll(/^/gm, "    ");
