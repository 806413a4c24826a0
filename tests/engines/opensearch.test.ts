import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { describe } from "vitest";
import { createOpenSearchPassageIndex } from "../../packages/core/src/adapters/opensearch-passage-index.ts";
import { createSqlitePassageIndex } from "../../packages/core/src/adapters/sqlite-passage-index.ts";
import { temporaryDir } from "../support/stack.ts";
import { passageIndexContract } from "./passage-index-contract.ts";
import { passageRebuildContract } from "./passage-rebuild-contract.ts";
import { sameListsContract } from "./same-lists.ts";

const makeEmbeddedIndex = async () => {
  const file = join(temporaryDir(), "search.db");
  const index = createSqlitePassageIndex({ file, model: "hash512-v1", dimensions: 512 });
  return { index, close: () => index.close() };
};

const endpoint = process.env["OPENSEARCH_URL"] ?? "";

describe.skipIf(endpoint === "")("with a real OpenSearch (npm run test:engines)", () => {
  const makeIndex = async () => {
    const indexPrefix = `t-${randomUUID()}`;
    const index = createOpenSearchPassageIndex({ endpoint, indexPrefix, model: "hash512-v1", dimensions: 512 });
    return {
      index,
      close: async () => {
        await fetch(`${endpoint}/${indexPrefix}-*`, { method: "DELETE" });
        await fetch(`${endpoint}/_index_template/${indexPrefix}-*`, { method: "DELETE" });
        await index.close();
      },
    };
  };
  passageIndexContract("OpenSearch", makeIndex);
  passageRebuildContract("OpenSearch", makeIndex);
  sameListsContract("the embedded engine and OpenSearch", [makeEmbeddedIndex, makeIndex]);
});
