import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { captureProgram, RunProblem, root } from "./program.mjs";

const lockFile = new URL("package-lock.json", root);
const installedLockFile = new URL("node_modules/.package-lock.json", root);
const marker = new URL("node_modules/.installed-from", root);
const stateDir = new URL(".local/", root);
const installLock = new URL("installing.pid", stateDir);

/** Installs the packages when they are missing, half installed, or other than the lock file says. */
export async function bootstrap() {
  if (isInstalled()) return;
  await withInstallLock(async () => {
    if (!isInstalled()) await install();
  });
}

function isInstalled() {
  // npm writes this file last: without it an installation was cut off.
  if (!existsSync(installedLockFile)) return false;
  const hash = createHash("sha256").update(readFileSync(lockFile)).digest("hex");
  if (existsSync(marker) && readFileSync(marker, "utf8") === hash) return true;
  if (!matchesLockFile()) return false;
  writeFileSync(marker, hash);
  return true;
}

/** Whether what is installed, perhaps by hand, is what the lock file asks for. Optional packages depend on the system. */
function matchesLockFile() {
  const wanted = packagesIn(lockFile);
  const installed = packagesIn(installedLockFile);
  return Object.entries(wanted).every(([path, { version, link, optional, devOptional }]) => {
    if (link || !path.includes("node_modules/")) return true;
    const found = installed[path];
    return found ? found.version === version : Boolean(optional || devOptional);
  });
}

/** @param {URL} file @returns {Record<string, { version?: string, link?: boolean, optional?: boolean, devOptional?: boolean }>} */
function packagesIn(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

const installOptions = ["--include=dev", "--include=optional", "--no-audit", "--no-fund"];

async function install() {
  console.log("Installing packages (the first start, or package-lock.json changed)…");
  const startedMs = Date.now();
  let result = await runNpm(["ci", ...installOptions]);
  // A registry that lacks the packages of some other system leaves a gap in the lock file that `npm ci` does not forgive.
  // What the lock file does name is installed in the same versions by `npm install`, and nothing is written back.
  if (result.output.includes("can only install packages when")) {
    result = await runNpm(["install", "--no-save", ...installOptions]);
  }
  if (result.code !== 0) throw new RunProblem(installProblem(result.output));
  if (!isInstalled()) throw new RunProblem("npm is done, but packages are missing: run the command again.");
  console.log(`Packages installed in ${Math.round((Date.now() - startedMs) / 1000)} s.`);
}

/** @param {string[]} args */
async function runNpm(args) {
  // `npm ci` deletes node_modules: it must not run on the Node that lies in there.
  const path = (process.env["PATH"] ?? "").split(delimiter).filter((dir) => !dir.includes("node_modules"));
  const env = { ...process.env, PATH: path.join(delimiter) };
  try {
    return await captureProgram("npm", args, env);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    throw new RunProblem("npm was not found. It comes with Node: install Node 20 or newer from https://nodejs.org", {
      cause: error,
    });
  }
}

/** @param {string} output what npm said */
function installProblem(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|npm error network/.test(output)) {
    return "The packages could not be downloaded: the npm registry is out of reach. Check the connection and run the command again.";
  }
  if (/ENOSPC/.test(output)) return "The packages could not be installed: the disk is full.";
  const lines = output.trim().split("\n");
  const errors = lines.filter((line) => line.startsWith("npm error"));
  const lastWords = (errors.length > 0 ? errors.slice(0, 10) : lines.slice(-10)).join("\n");
  return `The packages could not be installed. npm said:\n${lastWords}`;
}

/** Two starts at the same time would delete each other's packages: the second one waits. @param {() => Promise<void>} work */
async function withInstallLock(work) {
  mkdirSync(stateDir, { recursive: true });
  for (let announced = false; !takeLock(); announced = true) {
    if (!announced) console.log("Another start is installing the packages; waiting for it…");
    await delay(500);
  }
  try {
    await work();
  } finally {
    rmSync(installLock, { force: true });
  }
}

function takeLock() {
  try {
    writeFileSync(installLock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  if (isHolderGone()) rmSync(installLock, { force: true });
  return false;
}

function isHolderGone() {
  try {
    const pid = Number(readFileSync(installLock, "utf8"));
    // An empty file: its writer has opened it just now.
    if (pid > 0) process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}
