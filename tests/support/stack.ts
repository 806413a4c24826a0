import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import type { EmbeddedStack } from "../../scripts/embedded/stack.ts";

export interface TestStack extends Pick<EmbeddedStack, "endpoints" | "queues"> {
  /** Where the run keeps its state; removed at the end. */
  readonly dir: string;
  readonly env: Record<string, string>;
}

/** The embedded stack of this test run. Its environment is set already: an SDK client made without options talks to it. */
export function testStack(): TestStack {
  return inject("embeddedStack");
}

/** An empty directory that is removed with the run. */
export function temporaryDir(): string {
  return mkdtempSync(join(testStack().dir, "dir-"));
}
