import type { AnalysedText, PassageQuery } from "../textbook/ports.ts";
import { firstId } from "./sqlite-passage-file.ts";
import { mergeScores, type Scored, sumScores } from "./sqlite-passage-scores.ts";
import type { GradePlaces, TermReader } from "./sqlite-passage-terms.ts";

/** The usual parameters of BM25; others did not do better on real questions. */
const k1 = 1.2;
const b = 0.75;
/** How deep the ranked list of each kind of terms is read before they are joined. */
const depth = 200;

/** Stems and grams share one column; stems carry this mark. */
export const stemTerm = (stem: string): string => `=${stem}`;

type Filters = Pick<PassageQuery, "subject" | "textbookId">;
type Kind = keyof AnalysedText;

/** Passages of these grades by BM25 over stems and over grams, joined; of several readings the best one counts. */
export function rankByTerms(reader: TermReader, grades: readonly number[], query: PassageQuery): readonly Scored[] {
  const places = new Map(grades.map((grade) => [grade, reader.places(grade)]));
  return mergeScores(
    query.readings.map((reading) =>
      sumScores([
        rankKind(reader, places, "stems", reading.stems.map(stemTerm), query),
        rankKind(reader, places, "grams", reading.grams, query),
      ]),
    ),
  );
}

function rankKind(
  reader: TermReader,
  places: ReadonlyMap<number, GradePlaces>,
  kind: Kind,
  terms: readonly string[],
  filters: Filters,
): readonly Scored[] {
  const all = [...places.values()];
  const total = all.reduce((sum, { count }) => sum + count, 0);
  const averageLength = all.reduce((sum, each) => sum + sumOf(each[kind]), 0) / Math.max(1, total);
  const scores = new Map([...places].map(([grade, { slots }]) => [grade, new Float64Array(slots)]));
  for (const term of new Set(terms)) {
    const held = [...places.keys()].map((grade) => [grade, reader.postings(grade, term)] as const);
    const weight = rarity(
      held.reduce((sum, [, { slots }]) => sum + slots.length, 0),
      total,
    );
    for (const [grade, { slots, counts }] of held) {
      const lengths = places.get(grade)?.[kind];
      const gradeScores = scores.get(grade);
      if (!lengths || !gradeScores) continue;
      for (let index = 0; index < slots.length; index += 1) {
        const slot = slots[index] ?? 0;
        const count = counts[index] ?? 0;
        const norm = k1 * (1 - b + (b * (lengths[slot] ?? 0)) / averageLength);
        gradeScores[slot] = (gradeScores[slot] ?? 0) + (weight * count * (k1 + 1)) / (count + norm);
      }
    }
  }
  return best(scores, places, filters);
}

/** Inverse document frequency, never negative. */
const rarity = (held: number, total: number): number => Math.log(1 + (total - held + 0.5) / (held + 0.5));

function best(
  scores: ReadonlyMap<number, Float64Array>,
  places: ReadonlyMap<number, GradePlaces>,
  { subject, textbookId }: Filters,
): readonly Scored[] {
  const found: Scored[] = [];
  for (const [grade, gradeScores] of scores) {
    const place = places.get(grade);
    if (subject !== undefined || textbookId !== undefined) {
      for (let slot = 0; slot < gradeScores.length; slot += 1) {
        const isOther = subject !== undefined && place?.subjects[slot] !== subject;
        if (isOther || (textbookId !== undefined && place?.textbooks[slot] !== textbookId)) gradeScores[slot] = 0;
      }
    }
    // Sorting bare numbers first is ten times faster than sorting every passage that shares a gram.
    const floor = gradeScores.length > depth ? (gradeScores.toSorted().at(-depth) ?? 0) : 0;
    gradeScores.forEach((score, slot) => {
      if (score > 0 && score >= floor) found.push({ id: firstId(grade) + slot, score });
    });
  }
  return found.toSorted((one, other) => other.score - one.score || one.id - other.id).slice(0, depth);
}

function sumOf(lengths: Int32Array): number {
  let sum = 0;
  for (const length of lengths) sum += length;
  return sum;
}
