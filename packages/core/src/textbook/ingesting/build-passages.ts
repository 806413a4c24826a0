import type { Ctx, SystemActor } from "../../kernel/index.ts";
import { analyseText } from "../analyse-text.ts";
import { inParallel } from "./in-parallel.ts";
import type { OutlineEntry } from "../layout/page-text.ts";
import { readBook } from "../layout/read-book.ts";
import { contentsKey, outlineKey, pageKey, passagesKey, viewKey } from "./library-keys.ts";
import type { SavedTextbook, TextbookPorts } from "../ports.ts";
import type { Passage } from "../schema.ts";
import { searchedText } from "../searched-text.ts";
import { readJson, requireJson, type StoredPage, type StoredView, writeJson } from "./stored-page.ts";

const filesAtOnce = 12;
/** Passages embedded and indexed together. */
const batchSize = 96;

/**
 * Builds sections and passages from the stored pages of a book, writes them to the Library and the search index.
 * Needs no PDF, so that it also serves to index a book anew. Repeating it gives the same passages with the same ids.
 */
export async function buildPassages(
  ctx: Ctx<SystemActor, Pick<TextbookPorts, "library" | "passages" | "embeddings">>,
  textbook: SavedTextbook,
): Promise<{ passageCount: number; unreadPages: number }> {
  const numbers = Array.from({ length: textbook.pageCount ?? 0 }, (_unused, index) => index + 1);
  const pages = await inParallel(numbers, filesAtOnce, (pdfPage) =>
    requireJson<StoredPage>(ctx.library, pageKey(textbook, pdfPage)),
  );
  const outline = (await readJson<OutlineEntry[]>(ctx.library, outlineKey(textbook))) ?? [];
  const book = readBook(textbook, pages, outline);
  const { passages } = book;
  const unreadPages = pages.filter(({ isUnread }) => isUnread).length;
  if (passages.length === 0) return { passageCount: 0, unreadPages };

  await inParallel(book.pages, filesAtOnce, async ({ pdfPage, printedPage, marks }) => {
    const image = pages[pdfPage - 1]?.image ?? { width: 0, height: 0 };
    const view: StoredView = { ...(printedPage === undefined ? {} : { printedPage }), image, passages: marks };
    await writeJson(ctx.library, viewKey(textbook, pdfPage), view);
    return true;
  });
  await writeJson(ctx.library, contentsKey(textbook), book.contents);
  const lines = passages.map((passage) => `${JSON.stringify(passage)}\n`).join("");
  await ctx.library.put({ key: passagesKey(textbook), body: lines, contentType: "application/x-ndjson" });

  for (let start = 0; start < passages.length; start += batchSize) {
    await addToIndex(ctx, passages.slice(start, start + batchSize));
  }
  return { passageCount: passages.length, unreadPages };
}

async function addToIndex(
  ctx: Ctx<SystemActor, Pick<TextbookPorts, "passages" | "embeddings">>,
  passages: readonly Passage[],
): Promise<void> {
  const texts = passages.map(searchedText);
  const vectors = await ctx.embeddings.embed(texts, "passage");
  await ctx.passages.add(
    passages.map((passage, index) => {
      const vector = vectors[index];
      if (vector === undefined) throw new Error("the embedding model answered with fewer vectors than texts");
      return { passage, analysed: analyseText(texts[index] ?? ""), vector };
    }),
  );
}
