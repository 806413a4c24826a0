import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loopback } from "../embedded/ports.ts";
import { StartProblem } from "../embedded/start-problem.ts";

export interface DevOptions {
  readonly port: number;
  readonly host: string;
  /** Where the emulators keep their state. */
  readonly dir: string;
  /** Forget all state first. */
  readonly reset: boolean;
  /** Leave the sample school out. */
  readonly empty: boolean;
  /** Serve the production build instead of Vite. */
  readonly built: boolean;
  /** Show stacks and the functions' own log. */
  readonly verbose: boolean;
  readonly help: boolean;
}

export const projectDir = fileURLToPath(new URL("../../", import.meta.url));

export const usage = `npm run dev -- [options]
  --port N     another port than 3000
  --host ADDR  another address than 127.0.0.1
  --built      the production build instead of Vite
  --reset      forget all accounts, books and conversations first
  --empty      without the sample school
  --dir PATH   keep the state elsewhere than in .local
  --verbose    full errors and logs`;

/** @throws StartProblem for an option that does not exist, or a port that is none */
export function readOptions(args: readonly string[]): DevOptions {
  const values = parse(args);
  const port = Number(values.port ?? process.env["PORT"] ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new StartProblem(`--port must be a number from 1 to 65535, not "${values.port ?? process.env["PORT"]}".`);
  }
  return {
    port,
    host: values.host ?? loopback,
    dir: values.dir ? resolve(values.dir) : join(projectDir, ".local"),
    reset: values.reset ?? false,
    empty: values.empty ?? false,
    built: values.built ?? false,
    verbose: values.verbose ?? false,
    help: values.help ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: "string", short: "p" },
        host: { type: "string" },
        dir: { type: "string" },
        reset: { type: "boolean" },
        empty: { type: "boolean" },
        built: { type: "boolean" },
        verbose: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
    return values;
  } catch (error) {
    throw new StartProblem(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}
