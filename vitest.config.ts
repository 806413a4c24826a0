import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One embedded stack serves the whole run (tests/support/global-stack.ts); every test uses schools of its own. */
export default defineConfig({
  resolve: { alias: { "~": here("packages/web/app") } },
  test: {
    include: ["packages/**/*.test.ts", "packages/**/*.test.tsx", "tests/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/build/**"],
    globalSetup: ["tests/support/global-stack.ts"],
    setupFiles: ["tests/support/no-surprises.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
