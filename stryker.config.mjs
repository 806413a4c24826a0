/**
 * Mutation score of the screening engine (`npm run mutation`): small faults are put into its logic, one at a time, and a test has
 * to notice each. Word lists are data and stay as they are; what only runs while modules load is the lists' compilation.
 */
const engine = "packages/core/src/safety";

// oxlint-disable-next-line import/no-default-export -- Stryker reads its settings so.
export default {
  plugins: ["@stryker-mutator/vitest-runner"],
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts", related: false },
  mutate: [
    `${engine}/{reading,rules}/**/!(*.test).ts`,
    `${engine}/{chiefly-personal,classified,mask-*,screen-*,screened-*}.ts`,
    `!${engine}/**/*.test.ts`,
  ],
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 4_000,
  thresholds: { high: 95, low: 90, break: 85 },
  reporters: ["clear-text", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportScoreTable: true },
  jsonReporter: { fileName: ".local/mutation/report.json" },
  tempDirName: ".local/mutation/sandbox",
  // The sandbox holds what the engine's tests read, not books, builds and browsers.
  ignorePatterns: [
    "**",
    "!packages",
    "!packages/core",
    "!packages/core/**",
    "!tests",
    "!tests/support",
    "!tests/support/**",
    "!tests/evals",
    "!tests/evals/**",
    "!*.json",
    "!vitest.mutation.config.ts",
    "!scripts",
    "!scripts/**/*.ts",
  ],
};
