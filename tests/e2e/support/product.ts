import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { type Environment, type Product, startProductAt } from "./product-process.ts";

export type { Product };

/** The whole product as `npm run dev -- --built` runs it, on its own port, with a sample school of its own. */
export async function startProduct(env: Environment = {}): Promise<Product> {
  const dir = mkdtempSync(join(tmpdir(), "ukhaan-e2e-"));
  cpSync(inject("seededHome"), dir, { recursive: true });
  return await startProductAt(dir, env, () => rmSync(dir, { recursive: true, force: true }));
}
