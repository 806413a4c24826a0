import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedStack, useEnvironment } from "../../scripts/embedded/stack.ts";
import type { TestStack } from "./stack.ts";

declare module "vitest" {
  export interface ProvidedContext {
    embeddedStack: TestStack;
  }
}

const prefix = "ukhaan-test-";

/** One stack for the whole run, on free ports and in a directory of its own; workers inherit its environment. */
export default async function startStackForRun(project: TestProject): Promise<() => Promise<void>> {
  removeLeftovers();
  const dir = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  const stack = await startEmbeddedStack({ dir });
  useEnvironment(stack.env);
  const { endpoints, env, queues } = stack;
  project.provide("embeddedStack", { dir, endpoints, env: { ...env }, queues });
  return async () => {
    await stack.stop();
    rmSync(dir, { recursive: true, force: true });
  };
}

/** A run that was killed could not clean up after itself. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]);
    if (pid && !isRunning(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
