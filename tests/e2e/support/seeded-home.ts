import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { skipWithoutBrowser } from "./browser.ts";
import { startProductAt } from "./product-process.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** A home with the sample school in it, for every product of the run to begin with a copy of. */
    seededHome: string;
  }
}

const prefix = "ukhaan-e2e-seeded-";
let dir: string | undefined;

/** Fills one home with the sample school by starting the product once; reading the textbooks again for every file would take most of the run. */
export async function setup(project: TestProject): Promise<void> {
  removeLeftovers();
  dir = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  project.provide("seededHome", dir);
  if (!skipWithoutBrowser) await (await startProductAt(dir)).stop();
}

export function teardown(): void {
  if (dir !== undefined) rmSync(dir, { recursive: true, force: true });
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
