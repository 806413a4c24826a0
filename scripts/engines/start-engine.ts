import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { spawnWithLifeline } from "../embedded/lifeline.ts";
import { freePort, loopback } from "../embedded/ports.ts";
import { StartProblem } from "../embedded/start-problem.ts";
import { javaPackages } from "./maven.ts";

export interface Engine {
  readonly url: string;
  stop(): Promise<void>;
}

const patienceMs = 90_000;

/** A real OpenSearch with the k-NN plugin. @throws StartProblem */
export const startOpenSearch = (): Promise<Engine> =>
  startJava("opensearch", (lib, dir, port) => {
    const launcher = fileURLToPath(new URL("./opensearch/LoopbackNode.java", import.meta.url));
    return ["-Xmx768m", "-cp", `${lib}/*`, launcher, join(dir, "home"), String(port)];
  });

/** Amazon's DynamoDB Local, in memory. @throws StartProblem */
export const startDynamoDbLocal = (): Promise<Engine> =>
  startJava("dynamodb", (lib, _dir, port) => [
    "-Xmx512m",
    `-Djava.library.path=${lib}`,
    "-cp",
    `${lib}/*`,
    "com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
    "-inMemory",
    "-sharedDb",
    "-disableTelemetry",
    "-port",
    String(port),
  ]);

async function startJava(
  name: string,
  argumentsFor: (lib: string, dir: string, port: number) => readonly string[],
): Promise<Engine> {
  const lib = await javaPackages(name);
  const dir = mkdtempSync(join(tmpdir(), `ukhaan-${name}-`));
  const port = await freePort();
  const log = join(dir, "engine.log");
  const child = spawnWithLifeline("java", argumentsFor(lib, dir, port), log);
  const stop = async () => {
    await child.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  const url = `http://${loopback}:${port}`;
  const endMs = Date.now() + patienceMs;
  while (Date.now() < endMs && !child.hasExited()) {
    if (await answers(url)) return { url, stop };
    await delay(200);
  }
  const lastWords = readFileSync(log, "utf8").trim().split("\n").slice(-6).join("\n");
  await stop();
  throw new StartProblem(`${name} did not start. Its last words:\n${lastWords}`);
}

/** Any answer will do: DynamoDB refuses a request without a signature. */
const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    () => true,
    () => false,
  );
