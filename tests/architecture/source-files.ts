import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Every file git knows or would add, relative to the root. */
export function projectFiles(): readonly string[] {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { cwd: root, encoding: "utf8" });
  return listed.split("\0").filter((path) => path !== "" && existsSync(root + path));
}

export function read(path: string): string {
  return readFileSync(root + path, "utf8");
}

const code = /\.(ts|tsx|mjs|cjs)$/;
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || path.startsWith("tests/");

/** Files of code, without data and generated ones. */
export function codeFiles(): readonly string[] {
  return projectFiles().filter((path) => code.test(path));
}
