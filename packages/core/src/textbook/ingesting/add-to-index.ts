import { analyseText } from "../analyse-text.ts";
import type { TextbookPorts } from "../ports.ts";
import type { Passage } from "../schema.ts";
import { searchedText } from "../searched-text.ts";

/** Passages embedded and indexed together. */
const batchSize = 96;

/** Analyses and embeds passages and puts them into the search index, batch by batch: what is there already is replaced. */
export async function addToIndex(
  { passages: index, embeddings }: Pick<TextbookPorts, "passages" | "embeddings">,
  passages: readonly Passage[],
): Promise<void> {
  for (let start = 0; start < passages.length; start += batchSize) {
    const batch = passages.slice(start, start + batchSize);
    const texts = batch.map(searchedText);
    const vectors = await embeddings.embed(texts, "passage");
    await index.add(
      batch.map((passage, at) => {
        const vector = vectors[at];
        if (vector === undefined) throw new Error("the embedding model answered with fewer vectors than texts");
        return { passage, analysed: analyseText(texts[at] ?? ""), vector };
      }),
    );
  }
}
