import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "./find-chromium.mjs";
import { runProgram } from "./program.mjs";

/**
 * Runs vitest, and closes with one line that a machine can read: `12 passed, 0 failed`.
 * @param {import("../run.mjs").Tools} tools
 * @param {string[]} args
 */
export async function runTests({ node, env }, args) {
  const names = args.filter((arg) => !arg.startsWith("-"));
  const mayNeedBrowser = names.length === 0 || names.some((name) => name.includes("e2e"));
  const chromium = mayNeedBrowser ? findChromium() : undefined;
  const dir = mkdtempSync(join(tmpdir(), "ukhaan-results-"));
  const results = join(dir, "results.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`];
    const code = await runProgram(node, ["node_modules/vitest/vitest.mjs", "run", ...reporters, ...args], {
      env: chromium ? { ...env, CHROMIUM_PATH: chromium } : env,
    });
    const { passed, failed } = countResults(results);
    // An error outside of every test, or a crash, fails the run too.
    const problems = code === 0 ? failed : Math.max(failed, 1);
    console.log(`\n${passed} passed, ${problems} failed`);
    return problems > 0 ? code || 1 : 0;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** @param {string} file */
function countResults(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0 };
  const report = JSON.parse(readFileSync(file, "utf8"));
  const unloaded = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ suite) =>
      suite.status === "failed" && suite.assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
}
