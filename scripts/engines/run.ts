import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { StartProblem } from "../embedded/start-problem.ts";
import { type Engine, startDynamoDbLocal, startOpenSearch } from "./start-engine.ts";

/**
 * `npm run test:engines [-- search|table]`: the tests that the emulators can't answer for, against real servers. The search
 * contract runs against OpenSearch (at OPENSEARCH_URL, else one that is started here), and everything that uses the table
 * against Amazon's DynamoDB Local. What could not run is said, and fails the command.
 */
const root = fileURLToPath(new URL("../../", import.meta.url));

interface Part {
  readonly what: string;
  start(): Promise<Engine>;
  readonly variable: string;
  readonly tests: readonly string[];
}

const parts: Readonly<Record<string, Part>> = {
  search: {
    what: "OpenSearch",
    start: async () => {
      const url = process.env["OPENSEARCH_URL"];
      return url ? { url, stop: () => Promise.resolve() } : startOpenSearch();
    },
    variable: "OPENSEARCH_URL",
    tests: ["tests/engines/"],
  },
  table: {
    what: "DynamoDB Local",
    start: startDynamoDbLocal,
    variable: "UKHAAN_TEST_DYNAMODB_URL",
    // What keeps records in the table, without the long work on PDFs.
    tests: [
      ...["account", "learning", "safety", "school", "tutor"].map((slice) => `packages/core/src/${slice}/`),
      ...["begin", "complete", "delete", "edit", "list", "read", "retry", "start"].map(
        (verb) => `packages/core/src/textbook/${verb}-`,
      ),
    ],
  },
};

async function main(args: readonly string[]): Promise<boolean> {
  const wanted = args.length === 0 ? Object.keys(parts) : args;
  const unknown = wanted.filter((name) => !(name in parts));
  if (unknown.length > 0)
    throw new StartProblem(`There is no "${unknown.join(", ")}": ${Object.keys(parts).join(", ")}.`);
  const outcomes: string[] = [];
  for (const name of wanted) {
    const part = parts[name];
    if (part) outcomes.push(`${part.what}: ${await runPart(part)}`);
  }
  console.log(`\n${outcomes.join("\n")}`);
  return outcomes.every((outcome) => outcome.endsWith("passed"));
}

async function runPart({ start, variable, tests }: Part): Promise<string> {
  let engine: Engine;
  try {
    engine = await start();
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    return `did not run. ${error.message}`;
  }
  try {
    return (await vitest(tests, { [variable]: engine.url })) === 0 ? "passed" : "FAILED";
  } finally {
    await engine.stop();
  }
}

/** Ends with this process, however that is ended: by a signal, or by `npm` going away. */
function vitest(tests: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  const args = ["node_modules/vitest/vitest.mjs", "run", "--project", "core", ...tests];
  const child = spawn(process.execPath, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } });
  const end = () => void child.kill();
  const endings = ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"] as const;
  for (const ending of endings) process.once(ending, end);
  return new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  }).finally(() => {
    for (const ending of endings) process.removeListener(ending, end);
  });
}

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  if (!(error instanceof StartProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
