import { DomainError, type PassageId, type TextbookId } from "../../kernel/index.ts";
import type { PassageIndex, TextbookPorts } from "../ports.ts";
import { readPassages } from "../reviewing/passages-file.ts";
import { addToIndex } from "./add-to-index.ts";

type Ports = Pick<TextbookPorts, "textbooks" | "library" | "embeddings">;

/** A book as it stands in an index: `version` of its file of passages, and how many these are. */
export interface BookInIndex {
  readonly version: string;
  readonly passages: number;
}

/** A correction that comes in between is taken along; more of them at once do not happen. */
const rounds = 5;

/**
 * Puts a book's passages into an index as its file holds them now, and takes others of the book out; nothing is read or
 * embedded when the index holds this version (`known`) already. Undefined when the book is not one that pupils search.
 */
export async function indexBook(
  ctx: Ports,
  index: PassageIndex,
  { textbookId, known }: { readonly textbookId: TextbookId; readonly known?: BookInIndex },
): Promise<BookInIndex | undefined> {
  const book = await ctx.textbooks.get(textbookId);
  if (book?.state !== "ready") return undefined;
  const { passages, version } = await readPassages(ctx, book);
  if (known?.version === version) return known;
  await addToIndex({ passages: index, embeddings: ctx.embeddings }, passages);
  const ids: readonly PassageId[] = passages.map(({ passageId }) => passageId);
  await index.removeTextbook(textbookId, ids);
  return (await isStillSearched(ctx, index, textbookId)) ? { version, passages: passages.length } : undefined;
}

/**
 * The same, until the file did not change meanwhile: of several that write a book's entries at once, the last one to end has put
 * in what the file holds. @throws DomainError `unavailable` when it changes time and again
 */
export async function indexUntilSettled(
  ctx: Ports,
  index: PassageIndex,
  textbookId: TextbookId,
): Promise<BookInIndex | undefined> {
  let known: BookInIndex | undefined;
  for (let round = 0; round < rounds; round += 1) {
    const indexed = await indexBook(ctx, index, { textbookId, ...(known === undefined ? {} : { known }) });
    if (indexed === undefined || indexed === known) return indexed;
    known = indexed;
  }
  throw new DomainError("unavailable", "textbook.storage-down");
}

/**
 * Whether pupils search the book still. If not, it was replaced or deleted while somebody indexed it, and may have been taken out
 * of the index before that was done: it is taken out once more.
 */
export async function isStillSearched(
  { textbooks }: Pick<TextbookPorts, "textbooks">,
  index: PassageIndex,
  textbookId: TextbookId,
): Promise<boolean> {
  if ((await textbooks.get(textbookId))?.state === "ready") return true;
  await index.removeTextbook(textbookId);
  return false;
}
