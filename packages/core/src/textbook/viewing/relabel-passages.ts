import { DomainError } from "../../kernel/index.ts";
import { analyseText } from "../analyse-text.ts";
import { passagesKey } from "../ingesting/library-keys.ts";
import type { SavedTextbook, TextbookPorts } from "../ports.ts";
import type { Passage } from "../schema.ts";
import { searchedText } from "../searched-text.ts";

const maxBytes = 64 * 1024 * 1024;
/** Passages embedded and indexed together. */
const batchSize = 96;
const attempts = 3;

/**
 * Writes a book's title, subject and grade anew on its passages, in the Library and, for a book that pupils can ask, in
 * the search index. Texts and ids stay, so that citations go on leading to them; without passages nothing happens.
 * @throws DomainError `conflict` (textbook.passages-changed) when they are corrected at the very moment, time and again
 */
export async function relabelPassages(
  ctx: Pick<TextbookPorts, "library" | "passages" | "embeddings">,
  book: SavedTextbook,
): Promise<void> {
  const passages = await rewriteLines(ctx, book);
  if (book.state !== "ready") return;
  for (let start = 0; start < passages.length; start += batchSize) {
    const batch = passages.slice(start, start + batchSize);
    const texts = batch.map(searchedText);
    const vectors = await ctx.embeddings.embed(texts, "passage");
    await ctx.passages.add(
      batch.map((passage, index) => {
        const vector = vectors[index];
        if (vector === undefined) throw new Error("the embedding model answered with fewer vectors than texts");
        return { passage, analysed: analyseText(texts[index] ?? ""), vector };
      }),
    );
  }
}

/** The lines are written over exactly the version that was read: a correction made meanwhile is not lost. */
async function rewriteLines(ctx: Pick<TextbookPorts, "library">, book: SavedTextbook): Promise<readonly Passage[]> {
  const key = passagesKey(book);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const stored = await ctx.library.getVersioned({ key, maxBytes });
    if (!stored) return [];
    const passages = new TextDecoder()
      .decode(stored.body)
      .split("\n")
      .filter(Boolean)
      .map((line) => ({
        ...(JSON.parse(line) as Passage),
        bookTitle: book.title,
        subject: book.subject,
        grade: book.grade,
      }));
    const body = passages.map((passage) => `${JSON.stringify(passage)}\n`).join("");
    const { version } = stored;
    if (await ctx.library.replace({ key, version, body, contentType: "application/x-ndjson" })) return passages;
  }
  throw new DomainError("conflict", "textbook.passages-changed");
}
