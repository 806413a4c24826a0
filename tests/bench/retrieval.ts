import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createHashEmbeddings } from "../../packages/core/src/adapters/hash-embeddings.ts";
import { createSqlitePassageIndex } from "../../packages/core/src/adapters/sqlite-passage-index.ts";
import { silentLog, systemActor, systemClock, systemIds } from "../../packages/core/src/kernel/index.ts";
import { analyseText } from "../../packages/core/src/textbook/analyse-text.ts";
import { findPassages } from "../../packages/core/src/textbook/find-passages.ts";
import type { IndexedPassage } from "../../packages/core/src/textbook/ports.ts";
import { figure, type Figure } from "./figure.ts";

const passageCount = 60_000;
const wordsPerPassage = 50;
const questionCount = 150;
/** Asked before, unmeasured: both engines run for months between two cold starts. */
const warmUpCount = 150;
const batchSize = 1_000;
const embeddings = createHashEmbeddings();
const { model, dimensions } = embeddings;

/**
 * `retrieval.p50` and `.p95`: milliseconds for `findPassages` (analysis, lexical and vector search, fusion, gate) over
 * 60,000 generated passages spread over twelve grades. Baseline: SQLite's own full-text search for the words as typed,
 * over the same passages and filtered by the same grade.
 */
export async function run(): Promise<readonly Figure[]> {
  const dir = mkdtempSync(join(tmpdir(), "ukhaan-bench-"));
  const plain = new DatabaseSync(join(dir, "plain.db"));
  const index = createSqlitePassageIndex({ file: join(dir, "search.db"), model, dimensions });
  try {
    await fill(plain, (batch) => index.add(batch));
    const ctx = {
      actor: systemActor,
      clock: systemClock,
      ids: systemIds,
      log: silentLog,
      passages: index,
      embeddings,
    };
    const select = plain.prepare(
      "SELECT text.rowid FROM text JOIN place ON place.id = text.rowid WHERE text MATCH ? AND grade = ? ORDER BY rank LIMIT 8",
    );
    const hybrid: number[] = [];
    const words: number[] = [];
    for (let at = -warmUpCount; at < questionCount; at += 1) {
      const grade = 1 + ((at + warmUpCount) % 12);
      const question = questionAt(at + warmUpCount, grade);
      const match = question.match(/\p{L}+/gu)?.map((word) => `"${word}"`) ?? [];
      const hybridMs = await timed(() => findPassages(ctx, { question, grade, limit: 8 }));
      const wordsMs = await timed(async () => select.all(match.join(" OR "), grade));
      if (at < 0) continue;
      hybrid.push(hybridMs);
      words.push(wordsMs);
    }
    return [
      figure("retrieval.p50", percentile(hybrid, 0.5), "ms", percentile(words, 0.5)),
      figure("retrieval.p95", percentile(hybrid, 0.95), "ms", percentile(words, 0.95)),
    ];
  } finally {
    plain.close();
    await index.close();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function fill(plain: DatabaseSync, add: (batch: readonly IndexedPassage[]) => Promise<void>): Promise<void> {
  plain.exec("CREATE VIRTUAL TABLE text USING fts5(body); CREATE TABLE place(id INTEGER PRIMARY KEY, grade INTEGER)");
  const insertText = plain.prepare("INSERT INTO text(rowid, body) VALUES (?, ?)");
  const insertPlace = plain.prepare("INSERT INTO place VALUES (?, ?)");
  const textbookId = systemIds.next("textbook");
  for (let start = 0; start < passageCount; start += batchSize) {
    plain.exec("BEGIN");
    const batch = Array.from({ length: batchSize }, (_unused, offset): IndexedPassage => {
      const order = start + offset;
      const random = seeded(order);
      const text = sentence(random, wordsPerPassage);
      const grade = 1 + (order % 12);
      insertText.run(order + 1, text);
      insertPlace.run(order + 1, grade);
      return {
        passage: {
          passageId: systemIds.next("passage"),
          textbookId,
          bookTitle: "Ном",
          subject: "biology",
          grade,
          edition: 1,
          kind: "text",
          text,
          context: text,
          pdfPage: 1,
          boxes: [],
          order,
        },
        analysed: analyseText(text),
        // Distances cost the same whatever the vectors say.
        vector: Float32Array.from({ length: dimensions }, () => random() - 0.5),
      };
    });
    plain.exec("COMMIT");
    await add(batch);
  }
}

/** Two of three ask with words of one passage of the grade, one asks for what no book holds. */
function questionAt(at: number, grade: number): string {
  const random = seeded(900_000 + at);
  const order = 12 * Math.floor(random() * (passageCount / 12)) + grade - 1;
  const from = at % 3 === 0 ? random : seeded(order);
  return `${sentence(from, 5)} гэж юу вэ?`;
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const percentile = (times: readonly number[], share: number): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length * share)] ?? 0;

const onsets = "б г д ж з л м н р с т х ц ч ш".split(" ");
const vowels = ["а", "аа", "о", "оо", "у", "э", "ээ", "ө", "ү", "и", "ай", "эй"];
const codas = ["", "", "", "н", "р", "л", "г", "с", "д", "м"];
const endings = ["", "", "", "ын", "ийн", "ыг", "д", "аар", "ээр", "тай", "ууд", "аас", "сан", "даг", "ж", "х"];
const roots = Array.from({ length: 3_000 }, (_unused, at) => {
  const random = seeded(7_000_000 + at);
  const syllables = 1 + Math.floor(random() * 3);
  return Array.from(
    { length: syllables },
    () => pick(onsets, random) + pick(vowels, random) + pick(codas, random),
  ).join("");
});

/** Words drawn as in real text: few are very common (Zipf), all are inflected. */
function sentence(random: () => number, length: number): string {
  return Array.from({ length }, () => {
    const rank = Math.min(roots.length - 1, Math.floor(roots.length ** random()) - 1);
    return (roots[rank] ?? "") + pick(endings, random);
  }).join(" ");
}

function pick(from: readonly string[], random: () => number): string {
  return from[Math.floor(random() * from.length)] ?? "";
}

/** mulberry32: the same seed, the same passages. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
