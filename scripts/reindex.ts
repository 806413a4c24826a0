import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { systemActor } from "../packages/core/src/kernel/index.ts";
import { reindexTextbook, reindexTextbooks } from "../packages/core/src/textbook/index.ts";
import { deps } from "../packages/functions/src/deps.ts";
import { takeLock } from "./dev/pid-lock.ts";
import { startEmbeddedStack, useEnvironment } from "./embedded/stack.ts";

/**
 * `npm run reindex -- --all` builds the whole search index anew from the passages kept in S3 and puts it in use; with other
 * settings of the embedding model, for that model. Broken off, it goes on where it was. `npm run reindex -- --book ID` indexes one book anew.
 *
 * Works on the stage that it is started in (`sst shell`); without one on the embedded home (`--dir PATH`, else `.local`), which
 * must not be running.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { all: { type: "boolean" }, book: { type: "string" }, dir: { type: "string" } },
  });
  const { book: textbookId, all = false, dir } = values;
  if (all === (textbookId !== undefined)) {
    console.error("Say what to index anew: npm run reindex -- --all, or npm run reindex -- --book ID");
    return 2;
  }
  const isLinked = Object.keys(process.env).some((name) => name.startsWith("SST_RESOURCE_"));
  if (isLinked) return reindex(textbookId);
  const home = dir === undefined ? fileURLToPath(new URL("../.local", import.meta.url)) : resolve(dir);
  const lock = takeLock(join(home, "dev.lock"), "npm run reindex");
  if (!lock.held) {
    console.error(`The embedded home is in use (${lock.holder.note}, process ${lock.holder.pid}): stop it first.`);
    return 1;
  }
  const stack = await startEmbeddedStack({ dir: home });
  useEnvironment(stack.env);
  try {
    return await reindex(textbookId);
  } finally {
    await stack.stop();
    lock.release();
  }
}

async function reindex(textbookId: string | undefined): Promise<number> {
  const ctx = { ...deps(), actor: systemActor };
  const startedMs = performance.now();
  const seconds = () => ((performance.now() - startedMs) / 1_000).toFixed(1);
  console.log(`Embedding model: ${ctx.embeddings.model}, ${ctx.embeddings.dimensions} dimensions`);
  if (textbookId !== undefined) {
    const { passages } = await reindexTextbook(ctx, { textbookId });
    console.log(`${textbookId}: ${passages} passages in ${seconds()} s`);
    return 0;
  }
  const { index, resumed, books, passages } = await reindexTextbooks(ctx, (progress) => {
    console.log(`${progress.textbookId}: ${progress.passages} passages (${progress.total} in all, ${seconds()} s)`);
  });
  const memoryMb = Math.round(process.resourceUsage().maxRSS / 1_024);
  const how = resumed ? "gone on with and put in use" : "built and put in use";
  console.log(`${index} ${how}: ${books} books, ${passages} passages in ${seconds()} s, at most ${memoryMb} MB`);
  return 0;
}

process.exitCode = await main();
