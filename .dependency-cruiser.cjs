// Who may import whom. One line of why each; the table stands in docs/architecture.md.
const slices = ["account", "flag", "health", "school", "textbook", "safety", "learning", "tutor"];

/** Slices that a slice may not know: itself aside, everything that stands to its right (flag and health, textbook and safety stand side by side). */
const later = {
  account: ["flag", "health", "school", "textbook", "safety", "learning", "tutor"],
  flag: ["health", "school", "textbook", "safety", "learning", "tutor"],
  health: ["flag", "school", "textbook", "safety", "learning", "tutor"],
  school: ["textbook", "safety", "learning", "tutor"],
  textbook: ["safety", "learning", "tutor"],
  safety: ["textbook", "learning", "tutor"],
  learning: ["tutor"],
  tutor: [],
};

const onlyLeftwards = slices
  .filter((slice) => later[slice].length > 0)
  .map((slice) => ({
    name: `${slice}-knows-only-earlier-slices`,
    severity: "error",
    from: { path: `^packages/core/src/${slice}/`, pathNot: "\\.test\\.ts$" },
    to: { path: `^packages/core/src/(${later[slice].join("|")})/` },
  }));

const frontDoors = slices.map((slice) => ({
  name: `${slice}-is-entered-by-its-front-door`,
  severity: "error",
  comment: "Another slice's entity or store is its own business.",
  from: { path: "^packages/core/src/", pathNot: `(^packages/core/src/(${slice}|adapters)/|\\.test\\.ts$)` },
  to: { path: `^packages/core/src/${slice}/`, pathNot: `^packages/core/src/${slice}/(index|schema|ports)\\.ts$` },
}));

module.exports = {
  forbidden: [
    ...onlyLeftwards,
    ...frontDoors,
    {
      name: "kernel-imports-npm-only",
      severity: "error",
      from: { path: "^packages/core/src/kernel/", pathNot: "\\.test\\.ts$" },
      to: { path: "^packages/(core/src/(?!kernel/)|functions|web)" },
    },
    {
      name: "core-has-no-aws-client-outside-adapters",
      severity: "error",
      comment: "SDK clients live in adapters only; core is tested and reasoned about without them.",
      from: { path: "^packages/core/src/(?!adapters/)", pathNot: "\\.(test|store|entity)\\.ts$" },
      to: { path: "node_modules/(@aws-sdk|openai|sst|@smithy)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "adapters-are-for-composition-roots",
      severity: "error",
      from: {
        path: "^packages/",
        pathNot:
          "(^packages/core/src/adapters/|/deps\\.ts$|/models\\.ts$|functions/src/(search|moderation|health-probes)\\.ts$|\\.test\\.tsx?$)",
      },
      to: { path: "^packages/core/src/adapters/" },
    },
    {
      name: "core-knows-no-program",
      severity: "error",
      from: { path: "^packages/core/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(packages/(functions|web)|scripts|infra|stacks)/" },
    },
    {
      name: "browser-code-stays-off-the-server",
      severity: "error",
      comment: "Components see schemas and types, never stores, adapters or server glue.",
      from: { path: "^packages/web/app/(components|i18n)/", pathNot: "\\.test\\.tsx?$" },
      to: {
        path: "^(packages/web/app/\\.server/|packages/core/src/(?!kernel/mongolian/|[a-z]+/schema\\.ts))",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "no-circular",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(build|\\.local|\\.sst)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: "specify",
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
  },
};
