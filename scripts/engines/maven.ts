import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { StartProblem } from "../embedded/start-problem.ts";

const cache = fileURLToPath(new URL("../../.local/engines/", import.meta.url));

/**
 * The Java packages that a project file beside this one names, downloaded once by Maven into `.local/engines`.
 *
 * @returns the directory that holds them
 * @throws StartProblem where there is no Maven or Java Development Kit, or no package registry that has them
 */
export async function javaPackages(name: string): Promise<string> {
  const project = fileURLToPath(new URL(`./${name}/pom.xml`, import.meta.url));
  const version = createHash("sha256").update(readFileSync(project)).digest("hex").slice(0, 12);
  const dir = join(cache, `${name}-${version}`);
  if (existsSync(dir)) return dir;
  await requireJava();
  console.log(`Fetching the Java packages of ${name} (once)…`);
  const partial = `${dir}.partial-${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  try {
    await run("mvn", ["-q", "-B", "-f", project, "dependency:copy-dependencies", `-DoutputDirectory=${partial}`]);
    // Plugins come as archives of packages.
    for (const archive of readdirSync(partial).filter((file) => file.endsWith(".zip"))) {
      await run("jar", ["xf", archive], partial);
      rmSync(join(partial, archive));
    }
    renameSync(partial, dir);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return dir;
}

async function requireJava(): Promise<void> {
  for (const program of ["mvn", "javac"]) {
    await run(program, ["-version"]).catch(() => {
      throw new StartProblem(
        `${program} was not found: the engines need Maven and a Java Development Kit 17 or newer ` +
          "(on Debian: apt-get install maven default-jdk-headless).",
      );
    });
  }
}

function run(program: string, args: readonly string[], cwd?: string): Promise<void> {
  const child = spawn(program, args, { cwd, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const keep = (chunk: Buffer) => (said += chunk.toString());
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) return resolve();
      const lastWords = said.trim().split("\n").slice(0, 4).join("\n");
      reject(new StartProblem(`${program} ended with ${code}:\n${lastWords}`));
    });
  });
}
