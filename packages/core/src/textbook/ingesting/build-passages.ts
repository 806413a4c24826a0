import type { Ctx, SystemActor } from "../../kernel/index.ts";
import { addToIndex } from "./add-to-index.ts";
import { inParallel } from "./in-parallel.ts";
import type { OutlineEntry } from "../layout/page-text.ts";
import { readBook } from "../layout/read-book.ts";
import { contentsKey, outlineKey, pageKey, passagesKey, viewKey } from "./library-keys.ts";
import type { SavedTextbook, TextbookPorts } from "../ports.ts";
import { keepCorrections } from "../reviewing/keep-corrections.ts";
import { readJson, requireJson, type StoredPage, type StoredView, writeJson } from "./stored-page.ts";

const filesAtOnce = 12;

/**
 * Builds sections and passages from the stored pages of a book, writes them to the Library and the search index.
 * Needs no PDF, so that it also serves to index a book anew. Repeating it gives the same passages with the same ids.
 */
export async function buildPassages(
  ctx: Ctx<SystemActor, Pick<TextbookPorts, "library" | "passages" | "embeddings" | "pageReviews">>,
  textbook: SavedTextbook,
): Promise<{ passageCount: number; unreadPages: number }> {
  const numbers = Array.from({ length: textbook.pageCount ?? 0 }, (_unused, index) => index + 1);
  const pages = await inParallel(numbers, filesAtOnce, (pdfPage) =>
    requireJson<StoredPage>(ctx.library, pageKey(textbook, pdfPage)),
  );
  const outline = (await readJson<OutlineEntry[]>(ctx.library, outlineKey(textbook))) ?? [];
  // What people corrected outlives a reading that gives the same text.
  const book = await keepCorrections(ctx, textbook.textbookId, readBook(textbook, pages, outline));
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

  await addToIndex(ctx, passages);
  return { passageCount: passages.length, unreadPages };
}
