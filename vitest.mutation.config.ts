import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The engine's own tests, without the embedded stack: they run again for every mutant. */
export default defineConfig({
  test: {
    include: [
      "packages/core/src/safety/{reading,rules}/**/*.test.ts",
      "packages/core/src/safety/{chiefly-personal,classified,mask-*,screen-*,screened-*,engine-*}.test.ts",
    ],
    setupFiles: [fileURLToPath(new URL("tests/support/no-surprises.ts", import.meta.url))],
    testTimeout: 20_000,
  },
});
