import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { startBuiltWeb } from "./dev/built-web.ts";
import { describeAnswerMode, loadByNode, loadChatHandler, type LoadModule, startPollers } from "./dev/functions.ts";
import { createHttpFront } from "./dev/http-front.ts";
import { serveMailBox } from "./dev/mail-page.ts";
import { type DevOptions, projectDir, readOptions, usage } from "./dev/options.ts";
import { takeLock } from "./dev/pid-lock.ts";
import type * as RefreshIndexModule from "./dev/refresh-index.ts";
import { startSchedules } from "./dev/schedules.ts";
import { seedOnce } from "./dev/seed-once.ts";
import { createShutdown, type Shutdown } from "./dev/shutdown.ts";
import { startViteWeb } from "./dev/vite-web.ts";
import { installStreamingRuntime } from "./embedded/function-url.ts";
import { closeServer } from "./embedded/http-server.ts";
import { freePort, isPortFree, loopback } from "./embedded/ports.ts";
import { startEmbeddedStack, useEnvironment } from "./embedded/stack.ts";
import { StartProblem } from "./embedded/start-problem.ts";
import type { SeedSummary } from "./seed.ts";

/** The whole product on this machine: `npm run dev`. */
async function main(): Promise<void> {
  const verbose = process.argv.includes("--verbose");
  const shutdown = createShutdown();
  try {
    const options = readOptions(process.argv.slice(2));
    if (options.help) {
      console.log(usage);
      await shutdown.now(0);
    }
    await start(options, shutdown);
  } catch (error) {
    if (verbose) console.error(error);
    else console.error(error instanceof StartProblem ? error.message : unexpectedMessage(error));
    await shutdown.now(1);
  }
}

const unexpectedMessage = (error: unknown) =>
  `Ukhaan could not start: ${error instanceof Error ? error.message : String(error)}\nnpm run dev -- --verbose says more.`;

async function start(options: DevOptions, shutdown: Shutdown): Promise<void> {
  const { host, port, dir, built } = options;
  const address = `http://${host}:${port}`;
  shutdown.add(lockHome(dir, address));
  await requirePort(options);
  if (options.reset) forgetEverything(dir);

  process.env["NODE_ENV"] = built ? "production" : "development";
  if (!options.verbose) process.env["POWERTOOLS_LOG_LEVEL"] ??= "WARN";
  const stack = await startEmbeddedStack({ dir });
  shutdown.add(() => stack.stop());
  useEnvironment(stack.env);
  process.env["UKHAAN_WEB_URL"] ??= address;
  installStreamingRuntime();

  const front = createHttpFront();
  shutdown.add(() => closeServer(front.server));
  const vite = built ? undefined : await startViteWeb(front.server, { anyHost: host !== loopback });
  const web = vite ?? (await startBuiltWeb());
  shutdown.add(() => web.stop());
  const load = vite?.load ?? loadByNode;
  await refreshIndex(load);
  const pollers = startPollers(stack, load);
  shutdown.add(() => pollers.stop(500));
  const scheduler = startSchedules(load);
  shutdown.add(() => scheduler.stop(500));

  const signIns = options.empty ? [] : await seedOnce(dir, load);
  const answers = await describeAnswerMode(load);
  front.open({ web, loadChat: () => loadChatHandler(load), mailBox: serveMailBox(stack.mailDir) });
  await new Promise<void>((resolve, reject) => {
    front.server.once("error", reject);
    front.server.listen(port, host, resolve);
  });
  greet(address, answers, signIns);
}

async function refreshIndex(load: LoadModule): Promise<void> {
  const module = (await load(join(projectDir, "scripts/dev/refresh-index.ts"))) as typeof RefreshIndexModule;
  await module.refreshIndex();
}

/** Two copies on one state would take each other's messages and lock each other's files. */
function lockHome(dir: string, address: string): () => Promise<void> {
  const lock = takeLock(join(dir, "dev.lock"), address);
  if (!lock.held) {
    const { note, pid } = lock.holder;
    throw new StartProblem(
      `Ukhaan is already running at ${note} (process ${pid}): open that address, or stop it first.`,
    );
  }
  return async () => lock.release();
}

async function requirePort({ port, host }: DevOptions): Promise<void> {
  if (await isPortFree(port, host)) return;
  const other = (await isPortFree(port + 1, host)) ? port + 1 : await freePort();
  throw new StartProblem(`Port ${port} is used by another program. Try: npm run dev -- --port ${other}`);
}

function forgetEverything(dir: string): void {
  mkdirSync(dir, { recursive: true });
  for (const name of readdirSync(dir)) {
    if (!name.endsWith(".lock")) rmSync(join(dir, name), { recursive: true, force: true });
  }
}

function greet(address: string, answers: string, signIns: SeedSummary["signIns"]): void {
  const width = Math.max(0, ...signIns.map(({ who }) => who.length));
  const lines = [
    "",
    `  Ukhaan runs at ${address}`,
    `  Questions are answered ${answers}.`,
    `  Mails to staff are kept at ${address}/__mail`,
    ...(signIns.length > 0 ? ["", "  Sign in as"] : []),
    ...signIns.map(({ who, how }) => `    ${who.padEnd(width)}  ${how}`),
    "",
    "  Ctrl-C stops it.",
    "",
  ];
  console.log(lines.join("\n"));
}

await main();
