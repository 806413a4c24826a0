import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { killGroup, type LifelineChild, spawnWithLifeline } from "./lifeline.ts";
import { freePort, loopback, requireFreePort } from "./ports.ts";
import { StartProblem } from "./start-problem.ts";

const binary = fileURLToPath(new URL("../../node_modules/@dynoxide/linux-x64/dynoxide", import.meta.url));

export interface DynamoDb {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * Starts the DynamoDB emulator on loopback, with its data in `dir`. Acknowledged writes survive kill -9 (SQLite, WAL).
 * On systems without the emulator's binary, AWS_ENDPOINT_URL_DYNAMODB may name any DynamoDB Local.
 */
export async function startDynamoDb(options: { dir: string; port: number }): Promise<DynamoDb> {
  const { dir, port } = options;
  // `npm run test:engines` puts Amazon's own DynamoDB Local in the emulator's place.
  const given = process.env["UKHAAN_TEST_DYNAMODB_URL"];
  if (given) return { endpoint: given, stop: async () => undefined };
  if (!existsSync(binary)) return ownDynamoDb();
  mkdirSync(dir, { recursive: true });
  await endStaleChild(dir);
  await requireFreePort(port, "DynamoDB");

  const attempts = port === 0 ? 3 : 1;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const chosen = port === 0 ? await freePort() : port;
    const child = spawnWithLifeline(binary, serveArguments(dir, chosen), join(dir, "dynamodb.log"));
    writeFileSync(pidFile(dir), String(child.pid));
    if (await listens(child, chosen)) {
      return {
        endpoint: `http://${loopback}:${chosen}`,
        async stop() {
          await child.stop();
          rmSync(pidFile(dir), { force: true });
        },
      };
    }
    await child.stop();
  }
  throw new StartProblem(`DynamoDB did not start; its last words are in ${join(dir, "dynamodb.log")}.`);
}

function ownDynamoDb(): DynamoDb {
  const endpoint = process.env["AWS_ENDPOINT_URL_DYNAMODB"];
  if (!endpoint) {
    throw new StartProblem(
      "The DynamoDB emulator has no build for this system: start a DynamoDB Local and set AWS_ENDPOINT_URL_DYNAMODB to its address.",
    );
  }
  return { endpoint, stop: async () => undefined };
}

function serveArguments(dir: string, port: number): string[] {
  return ["serve", "--host", loopback, "--port", String(port), "--db-path", databasePath(dir)];
}

const databasePath = (dir: string) => join(dir, "dynamodb.db");
const pidFile = (dir: string) => join(dir, "dynamodb.pid");

/** A child whose parent was just killed may still be writing its last page: two writers on one file must not meet. */
async function endStaleChild(dir: string): Promise<void> {
  if (!existsSync(pidFile(dir))) return;
  const groupId = Number(readFileSync(pidFile(dir), "utf8"));
  // The number may belong to somebody else by now, so the command line must name our own database.
  const isOurs = () => commandLine(groupId).includes(databasePath(dir));
  for (let waitedMs = 0; isOurs() && waitedMs < 2000; waitedMs += 20) {
    if (waitedMs === 500) killGroup(groupId);
    await delay(20);
  }
  rmSync(pidFile(dir), { force: true });
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return ""; // No such process.
  }
}

async function listens(child: LifelineChild, port: number): Promise<boolean> {
  const deadlineMs = Date.now() + 10_000;
  while (!child.hasExited() && Date.now() < deadlineMs) {
    if (await canConnect(port)) return !child.hasExited();
    await delay(3);
  }
  return false;
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, loopback);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
