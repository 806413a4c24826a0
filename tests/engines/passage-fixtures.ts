import { createHashEmbeddings } from "../../packages/core/src/adapters/hash-embeddings.ts";
import { systemIds } from "../../packages/core/src/kernel/index.ts";
import { analyseText } from "../../packages/core/src/textbook/analyse-text.ts";
import type { IndexedPassage, PassageQuery } from "../../packages/core/src/textbook/ports.ts";
import type { Passage } from "../../packages/core/src/textbook/schema.ts";

const embeddings = createHashEmbeddings();

/** A passage of some grade with all that a test does not care about filled in. */
export function somePassage(given: Partial<Passage> & Pick<Passage, "text">): Passage {
  return {
    passageId: systemIds.next("passage"),
    textbookId: systemIds.next("textbook"),
    bookTitle: "Ном",
    subject: "biology",
    grade: 8,
    edition: 1,
    kind: "text",
    context: given.text,
    pdfPage: 1,
    boxes: [],
    order: 0,
    ...given,
  };
}

/** The passages with terms and vectors as ingestion makes them. */
export async function indexed(passages: readonly Passage[]): Promise<readonly IndexedPassage[]> {
  const vectors = await embeddings.embed(
    passages.map(({ text }) => text),
    "passage",
  );
  return passages.map((passage, at) => ({
    passage,
    analysed: analyseText(passage.text),
    vector: vectors[at] ?? new Float32Array(embeddings.dimensions),
  }));
}

export async function queryOf(text: string, given: Partial<PassageQuery> = {}): Promise<PassageQuery> {
  const [vector] = await embeddings.embed([text], "query");
  return { readings: [analyseText(text)], grades: [8], limit: 10, ...(vector ? { vector } : {}), ...given };
}
