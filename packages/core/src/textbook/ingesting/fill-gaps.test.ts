import { expect, it } from "vitest";
import { join } from "node:path";
import { temporaryDir } from "../../../../../tests/support/stack.ts";
import { bookUnderWay, ingestAll, sampleBook, textbookWorld } from "../../../../../tests/support/textbook-world.ts";
import { createSqlitePassageIndex } from "../../adapters/sqlite-passage-index.ts";
import { readPassages } from "../reviewing/passages-file.ts";

it("indexes what went into the index that another one took the place of meanwhile", { timeout: 60_000 }, async () => {
  const world = textbookWorld();
  const { model, dimensions } = world.ports.embeddings;
  const index = createSqlitePassageIndex({ file: join(temporaryDir(), "search.db"), model, dimensions });
  let isFirst = true;
  const passages: typeof index = {
    ...index,
    add: async (added) => {
      await index.add(added);
      // The book is not ready yet: whoever builds the index anew passes it over.
      if (isFirst) await (await index.rebuilds.begin()).use();
      isFirst = false;
    },
  };
  const swapped = { ...world, as: (actor: never) => ({ ...world.as(actor), passages }) } as typeof world;
  const book = await bookUnderWay(world, sampleBook("baigal-5"), { grade: 5 });
  const { textbookId, jobId } = book;
  await ingestAll(swapped, { kind: "ingest-pages", textbookId, jobId, fromPage: 1 });
  const { passages: whole } = await readPassages(world.ports, book);
  const found = await index.find(whole.map(({ passageId }) => passageId));
  expect(whole.length).toBeGreaterThan(20);
  expect(found).toEqual(whole);
});
