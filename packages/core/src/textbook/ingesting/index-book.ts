import type { Ctx, PassageId, SystemActor, TextbookId } from "../../kernel/index.ts";
import type { PassageIndex, TextbookPorts } from "../ports.ts";
import { readPassages } from "../reviewing/passages-file.ts";
import { addToIndex } from "./add-to-index.ts";

type Ports = Pick<TextbookPorts, "textbooks" | "library" | "embeddings">;

/** A book as it stands in an index: `version` of its file of passages, and how many these are. */
export interface BookInIndex {
  readonly version: string;
  readonly passages: number;
}

/**
 * Puts a book's passages into an index as its file holds them now, and takes others of the book out; nothing is read or
 * embedded when the index holds this version (`known`) already. Undefined when the book is not one that pupils search.
 */
export async function indexBook(
  ctx: Ctx<SystemActor, Ports>,
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
  return { version, passages: passages.length };
}
