import { spawn } from "node:child_process";
import { constants } from "node:os";

/** The project's directory, as a URL that ends with a slash. */
export const root = new URL("../../", import.meta.url);

/** Something that the person at the keyboard can mend: shown as it is, without a stack. */
export class RunProblem extends Error {}

/**
 * Runs a program in the project's directory, on this terminal. Signals to this process reach it.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env: NodeJS.ProcessEnv, lifeline?: boolean }} options with `lifeline`, the program learns by a closed channel
 *   that this process is gone, however it ended
 * @returns {Promise<number>} its exit code; 128 + the signal's number if one ended it, as in a shell
 */
export async function runProgram(command, args, { env, lifeline = false }) {
  const stdio = lifeline ? ["inherit", "inherit", "inherit", "ipc"] : "inherit";
  const child = spawn(command, args, {
    cwd: root,
    env,
    stdio: /** @type {import("node:child_process").StdioOptions} */ (stdio),
  });
  const signals = /** @type {NodeJS.Signals[]} */ (["SIGINT", "SIGTERM", "SIGHUP"]);
  const forward = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  try {
    return await new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (code, signal) => resolve(code ?? 128 + constants.signals[signal ?? "SIGTERM"]));
    });
  } finally {
    for (const signal of signals) process.off(signal, forward);
  }
}

/**
 * Runs a program and keeps what it says.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ code: number, output: string }>}
 */
export function captureProgram(command, args, env) {
  const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const keep = (/** @type {Buffer} */ chunk) => {
    output += chunk.toString();
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
