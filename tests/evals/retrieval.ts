import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHashEmbeddings } from "../../packages/core/src/adapters/hash-embeddings.ts";
import { createSqlitePassageIndex } from "../../packages/core/src/adapters/sqlite-passage-index.ts";
import { silentLog, systemActor, systemClock, systemIds } from "../../packages/core/src/kernel/index.ts";
import { analyseText } from "../../packages/core/src/textbook/analyse-text.ts";
import { findPassages, type FoundPassages } from "../../packages/core/src/textbook/find-passages.ts";
import type { Passage } from "../../packages/core/src/textbook/schema.ts";
import { searchedText } from "../../packages/core/src/textbook/searched-text.ts";
import { measureBaseline } from "./retrieval-baseline.ts";
import { readSampleLibrary, type SampleLibrary } from "./retrieval-books.ts";
import { evalFolder, readSearchSet, type SearchSet } from "./retrieval-sets.ts";
import { latinSpellings, variants } from "./retrieval-variants.ts";

/** One measured figure with the best cell of the published baseline table beside it, where there is one. */
export interface EvalFigure {
  readonly name: string;
  readonly value: number;
  readonly baseline?: number;
}

/** Best cells of ../shared/eval/README.md: word, stem and 4-gram BM25 on the full sets. */
const baselines: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  mn_faq: { hit1: 0.619, hit5: 0.891, mrr10: 0.724 },
  mn_law_title: { hit1: 0.575, hit5: 0.855, mrr10: 0.687 },
};
const embeddings = createHashEmbeddings();
const evalGrade = 8;

type Ask = (question: string, grade?: number) => Promise<FoundPassages>;

/** Indexes passages the way ingestion does, in a file that is removed afterwards, and measures over them. */
async function withIndex<Result>(
  passages: readonly Passage[],
  measure: (ask: Ask) => Promise<Result>,
): Promise<Result> {
  const dir = mkdtempSync(join(tmpdir(), "ukhaan-eval-"));
  const index = createSqlitePassageIndex({ file: join(dir, "search.db"), ...embeddings });
  try {
    const texts = passages.map(searchedText);
    const vectors = await embeddings.embed(texts, "passage");
    await index.add(
      passages.map((passage, at) => ({
        passage,
        analysed: analyseText(texts[at] ?? ""),
        vector: vectors[at] ?? new Float32Array(embeddings.dimensions),
      })),
    );
    const ctx = {
      actor: systemActor,
      clock: systemClock,
      ids: systemIds,
      log: silentLog,
      passages: index,
      embeddings,
    };
    return await measure((question, grade = evalGrade) => findPassages(ctx, { question, grade, limit: 10 }));
  } finally {
    await index.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

function asPassages({ name, texts }: SearchSet): readonly (Passage & { readonly eval: string })[] {
  const textbookId = systemIds.next("textbook");
  return texts.map(({ id, text }, order) => ({
    passageId: systemIds.next("passage"),
    textbookId,
    bookTitle: name,
    subject: "social-studies",
    grade: evalGrade,
    edition: 1,
    kind: "text",
    text,
    context: text,
    pdfPage: 1,
    boxes: [],
    order,
    eval: id,
  }));
}

async function measureSet(set: SearchSet): Promise<readonly EvalFigure[]> {
  return await withIndex(asPassages(set), async (ask) => {
    const figures: EvalFigure[] = [];
    let cleanHit5 = 0;
    for (const { name, retype } of variants) {
      const ranks: number[] = [];
      for (const [seed, { question, answers }] of set.questions.entries()) {
        const { hits } = await ask(retype(question, seed));
        ranks.push(1 + hits.findIndex(({ passage }) => answers.has((passage as Passage & { eval: string }).eval)));
      }
      const share = (test: (rank: number) => boolean) => ranks.filter(test).length / ranks.length;
      const hit5 = share((rank) => rank >= 1 && rank <= 5);
      if (name === "clean") cleanHit5 = hit5;
      const values = {
        hit1: share((rank) => rank === 1),
        hit5,
        mrr10: ranks.reduce((sum, rank) => sum + (rank > 0 ? 1 / rank : 0), 0) / ranks.length,
        ...(name === "clean" ? {} : { hit5_of_clean: hit5 / cleanHit5 }),
      };
      for (const [metric, value] of Object.entries(values)) {
        const baseline = baselines[set.name]?.[metric];
        figures.push({ name: `${set.name}.${name}.${metric}`, value, ...(baseline === undefined ? {} : { baseline }) });
      }
    }
    const sameRows = Object.entries(measureBaseline(set)).map(([metric, value]) => ({
      name: `${set.name}.plain_4grams.${metric}`,
      value,
    }));
    return [...figures, ...latinOverall(set.name, figures), ...sameRows];
  });
}

/** The named figure `latin` is the mean over its spellings. */
function latinOverall(set: string, figures: readonly EvalFigure[]): readonly EvalFigure[] {
  return ["hit1", "hit5", "mrr10", "hit5_of_clean"].map((metric) => {
    const cells = latinSpellings.map(({ name }) => figures.find((each) => each.name === `${set}.${name}.${metric}`));
    return {
      name: `${set}.latin.${metric}`,
      value: cells.reduce((sum, cell) => sum + (cell?.value ?? 0), 0) / cells.length,
    };
  });
}

async function measureBooks(library: SampleLibrary, foreign: readonly string[]): Promise<readonly EvalFigure[]> {
  return await withIndex(library.passages, async (ask) => {
    let top1 = 0;
    let top3 = 0;
    let refused = 0;
    const answered = library.questions.filter(({ book }) => book !== null);
    for (const { question, book, pdfPages = [] } of answered) {
      const { hits, relevant } = await ask(question, library.grades.get(book ?? ""));
      const title = library.titles.get(book ?? "");
      const rank = hits.findIndex(({ passage }) => passage.bookTitle === title && pdfPages.includes(passage.pdfPage));
      if (rank === 0) top1 += 1;
      if (rank >= 0 && rank < 3) top3 += 1;
      if (!relevant) refused += 1;
    }
    const shareRefused = async (questions: readonly string[]): Promise<number> => {
      let count = 0;
      for (const question of questions) if (!(await ask(question)).relevant) count += 1;
      return count / Math.max(1, questions.length);
    };
    const unanswered = library.questions.filter(({ book }) => book === null).map(({ question }) => question);
    const named = (name: string, value: number): EvalFigure => ({ name, value });
    return [
      named("books.page_top1", top1 / answered.length),
      named("books.page_top3", top3 / answered.length),
      named("abstain.false", refused / answered.length),
      named("abstain.recall", await shareRefused(unanswered)),
      ...(foreign.length > 0 ? [named("abstain.foreign", await shareRefused(foreign))] : []),
    ];
  });
}

/** Measures everything whose data is there. */
export async function run(): Promise<readonly EvalFigure[]> {
  const sets = ["mn_faq", "mn_law_title"].flatMap((name) => readSearchSet(name) ?? []);
  if (sets.length === 0) console.error(`skipped: no evaluation data at ${evalFolder} (it lies beside the repository)`);
  const figures: EvalFigure[] = [];
  for (const set of sets) figures.push(...(await measureSet(set)));
  const library = await readSampleLibrary();
  if (library) {
    const foreign = sets.flatMap(({ questions }) => questions.map(({ question }) => question));
    figures.push(...(await measureBooks(library, foreign)));
  } else console.error("skipped: the sample books are not built");
  return figures;
}

if (import.meta.main) {
  const asJson = process.argv.includes("--json");
  for (const figure of await run()) {
    const { name, value, baseline } = figure;
    const beside = baseline === undefined ? "" : `   best baseline ${baseline.toFixed(3)}`;
    console.log(asJson ? JSON.stringify(figure) : `${name.padEnd(44)} ${value.toFixed(3)}${beside}`);
  }
}
