import { spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { StartProblem } from "../embedded/start-problem.ts";
import { projectDir } from "./options.ts";
import { takeLock } from "./pid-lock.ts";

export const webDir = join(projectDir, "packages/web");
export const serverBuildFile = join(webDir, "build/server/index.js");

const sources = [
  "package-lock.json",
  "packages/core/src",
  "packages/functions/src",
  "packages/web/app",
  "packages/web/public",
  "packages/web/vite.config.ts",
];

/** Builds the web app when a source is newer than the build. Several programs may ask at once: one builds. */
export async function buildWebIfStale(): Promise<void> {
  if (!isStale()) return;
  const lockFile = join(projectDir, ".local", "web-build.lock");
  for (;;) {
    const lock = takeLock(lockFile, "building");
    if (lock.held) {
      try {
        if (isStale()) await build();
        return;
      } finally {
        lock.release();
      }
    }
    await delay(200);
  }
}

function isStale(): boolean {
  const built = statSync(serverBuildFile, { throwIfNoEntry: false });
  return !built || sources.some((source) => newestMs(join(projectDir, source)) > built.mtimeMs);
}

function newestMs(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(0, ...files.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs));
}

async function build(): Promise<void> {
  console.log("Building the web app…");
  const cli = join(projectDir, "node_modules/@remix-run/dev/dist/cli.js");
  const env = { ...process.env, NODE_ENV: "production" as const };
  const child = spawn(process.execPath, [cli, "vite:build"], { cwd: webDir, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  if (code !== 0 || !existsSync(serverBuildFile)) {
    throw new StartProblem(`The web app could not be built:\n${reasonIn(output)}`);
  }
}

/** Vite says a lot before the reason, and lists every module after it. */
function reasonIn(output: string): string {
  const lines = output.trim().split("\n");
  const first = lines.findIndex((line) => /error/i.test(line));
  return lines.slice(Math.max(first, 0), Math.max(first, 0) + 8).join("\n");
}
