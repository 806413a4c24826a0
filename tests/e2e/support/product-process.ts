import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { freePort } from "../../../scripts/embedded/ports.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const startTimeoutMs = 180_000;

export interface Product {
  readonly address: string;
  /** What the start printed: address and sample sign-ins. */
  readonly greeting: string;
  /** Like a power cut: no handler runs, nothing is tidied. */
  kill(): Promise<void>;
  /** Starts it again on the same state and port. */
  restart(): Promise<void>;
  /** Ends it and forgets its state. */
  stop(): Promise<void>;
}

export type Environment = Readonly<Record<string, string>>;

/** The product on a home that its caller keeps, or tidies up when it has stopped. */
export async function startProductAt(
  dir: string,
  env: Environment = {},
  tidyUp: () => void = () => undefined,
): Promise<Product> {
  const port = await freePort();
  let running = await start(dir, port, env);
  return {
    address: `http://127.0.0.1:${port}`,
    get greeting() {
      return running.greeting;
    },
    kill: () => end(running.child, "SIGKILL"),
    async restart() {
      running = await start(dir, port, env);
    },
    async stop() {
      await end(running.child, "SIGTERM");
      tidyUp();
    },
  };
}

async function start(dir: string, port: number, env: Environment) {
  const child = spawn(process.execPath, ["scripts/dev.ts", "--built", "--dir", dir, "--port", String(port)], {
    cwd: root,
    env: { ...cleanEnvironment(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { child, greeting: await greetingOf(child) };
}

/** This run's own stack must not be taken for the product's. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(AWS_|SST_RESOURCE_|UKHAAN_|VITEST|NODE_ENV$|OPENROUTER_)/;
  const own = { ...process.env };
  for (const name of Object.keys(own)) if (foreign.test(name)) delete own[name];
  return own;
}

function greetingOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const timer = setTimeout(() => fail("did not start in time"), startTimeoutMs);
    const fail = (why: string) => {
      clearTimeout(timer);
      child.kill("SIGKILL");
      reject(new Error(`The product ${why}:\n${printed}`));
    };
    const onText = (chunk: Buffer) => {
      printed += chunk.toString();
      if (!printed.includes("Ctrl-C stops it")) return;
      clearTimeout(timer);
      resolve(printed);
      // From here on its complaints belong into the run's own output.
      child.stdout?.off("data", onText);
      child.stderr?.off("data", onText).pipe(process.stderr);
      child.stdout?.resume();
    };
    child.stdout?.on("data", onText);
    child.stderr?.on("data", onText);
    child.once("exit", (code) => fail(`ended with ${code}`));
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}
