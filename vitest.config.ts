import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const shared = {
  resolve: { alias: { "~": here("packages/web/app") } },
};
const setupFiles = [here("tests/support/no-surprises.ts")];

/** Units and integration first, on one embedded stack; then the browser, alone, on products of its own. */
export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: "core",
          include: ["packages/**/*.test.{ts,tsx}", "scripts/**/*.test.ts", "tests/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/build/**", "tests/e2e/**"],
          // Every test uses schools of its own, so all files share the stack that this starts.
          globalSetup: [here("tests/support/global-stack.ts")],
          setupFiles,
          testTimeout: 20_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        ...shared,
        test: {
          name: "browser",
          include: ["tests/e2e/**/*.test.ts"],
          globalSetup: [here("tests/e2e/support/seeded-home.ts")],
          setupFiles,
          testTimeout: 90_000,
          hookTimeout: 240_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
