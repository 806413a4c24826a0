import { systemActor } from "../../packages/core/src/kernel/index.ts";
import { reindexTextbooks } from "../../packages/core/src/textbook/index.ts";
import { deps } from "../../packages/functions/src/deps.ts";

/**
 * Builds the search index of the home anew where an older version of the product filled it: words are analysed otherwise now, so
 * that questions would find less in it, or nothing. Nobody may be searching or indexing meanwhile.
 *
 * @throws DomainError `unavailable` when a book's passages can't be read
 */
export async function refreshIndex(): Promise<void> {
  const ports = deps();
  if (!(await ports.passageRebuilds.isStale())) return;
  console.log("The search index is of an older version: building it anew from the books…");
  const { books, passages } = await reindexTextbooks({ ...ports, actor: systemActor });
  console.log(`  ${books} books, ${passages} passages`);
}
