import { describe, expect, it } from "vitest";
import { createHashEmbeddings } from "../../packages/core/src/adapters/hash-embeddings.ts";
import { analyseQuestion } from "../../packages/core/src/textbook/analyse-question.ts";
import { analyseText } from "../../packages/core/src/textbook/analyse-text.ts";
import { chooseReadings } from "../../packages/core/src/textbook/choose-readings.ts";
import type { PassageIndex, PassageQuery, RankedPassage } from "../../packages/core/src/textbook/ports.ts";
import { searchedText } from "../../packages/core/src/textbook/searched-text.ts";
import { readSampleLibrary } from "../evals/retrieval-books.ts";
import type { OpenIndex } from "./passage-index-contract.ts";

const embeddings = createHashEmbeddings();
/** Engines add up in numbers of different length. */
const tolerance = 1e-4;
const limit = 30;

/** What two engines answer to every question on the sample books, in one grade and across grades, filtered and not. */
export function sameListsContract(
  name: string,
  makeIndexes: readonly [() => Promise<OpenIndex>, () => Promise<OpenIndex>],
): void {
  describe(`${name} give the same lists for the same books`, () => {
    it("with the same scores, word by word and by likeness", { timeout: 180_000 }, async () => {
      const library = await readSampleLibrary();
      if (!library) throw new Error("the sample books are missing");
      const [one, other] = [await makeIndexes[0](), await makeIndexes[1]()];
      try {
        const texts = library.passages.map(searchedText);
        const vectors = await embeddings.embed(texts, "passage");
        const all = library.passages.map((passage, at) => ({
          passage,
          analysed: analyseText(texts[at] ?? ""),
          vector: vectors[at] ?? new Float32Array(embeddings.dimensions),
        }));
        for (const { index } of [one, other]) await index.add(all);
        const differences: string[] = [];
        let lists = 0;
        for (const { question } of library.questions) {
          for (const query of await queriesOf(one.index, question)) {
            const answers = [await one.index.search(query), await other.index.search(query)] as const;
            for (const list of ["lexical", "vector"] as const) {
              lists += 1;
              const difference = differenceOf(answers[0][list], answers[1][list]);
              if (difference)
                differences.push(`${list}, grades ${query.grades.join(" ")}, «${question}»: ${difference}`);
            }
          }
        }
        expect(lists).toBeGreaterThan(600);
        expect(differences).toEqual([]);
      } finally {
        await one.close();
        await other.close();
      }
    });
  });
}

async function queriesOf(index: PassageIndex, question: string): Promise<readonly PassageQuery[]> {
  const words = analyseQuestion(question);
  const [vector] = await embeddings.embed([question], "query");
  const stems = [...new Set(words.flatMap(({ readings }) => readings.map(({ stem }) => stem)))];
  const gradeSets = [[8], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]];
  return Promise.all(
    gradeSets.flatMap((grades) =>
      [{}, { subject: "biology" as const }].map(async (filter) => {
        const { byStem } = await index.frequencies({ stems, grades });
        const { readings } = chooseReadings(words, byStem);
        return { readings, grades, limit, ...(vector ? { vector } : {}), ...filter };
      }),
    ),
  );
}

/** Passages whose scores are equal but for rounding may change places. */
function differenceOf(one: readonly RankedPassage[], other: readonly RankedPassage[]): string | undefined {
  if (one.length !== other.length) return `${one.length} and ${other.length} passages`;
  const inOther = new Map(other.map(({ passage, score }) => [passage.passageId, score]));
  const last = one.at(-1)?.score ?? 0;
  for (const [place, { passage, score }] of one.entries()) {
    const there = other[place]?.score ?? 0;
    if (Math.abs(score - there) > tolerance) return `place ${place + 1} scores ${score} and ${there}`;
    const isAtTheEnd = Math.abs(score - last) < tolerance;
    if (!inOther.has(passage.passageId) && !isAtTheEnd) return `place ${place + 1} is missing`;
    if (Math.abs((inOther.get(passage.passageId) ?? score) - score) > tolerance) return `place ${place + 1} differs`;
  }
  return undefined;
}
