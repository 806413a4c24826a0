import type { AnalysedText, PassageQuery } from "../textbook/ports.ts";
import { bm25, byScore, lexicalDepth, mergeScores, rarity, type Scored, sumScores } from "./passage-scores.ts";
import { firstId } from "./sqlite-passage-file.ts";
import type { GradePlaces, TermReader } from "./sqlite-passage-terms.ts";

/** Stems and grams share one column; stems carry this mark. */
export const stemTerm = (stem: string): string => `=${stem}`;

const { k1, b } = bm25;

type Filters = Pick<PassageQuery, "subject" | "textbookId">;
type Kind = keyof AnalysedText;

/**
 * Passages of these grades by BM25 over stems and over grams, joined; of several readings the best one counts. A word is as
 * rare as it is in all these grades together; whether a passage is long, its own grade says.
 */
export function rankByTerms(
  reader: TermReader,
  grades: readonly number[],
  query: PassageQuery,
): readonly Scored<number>[] {
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
): readonly Scored<number>[] {
  const total = [...places.values()].reduce((sum, place) => sum + place[kind].held, 0);
  const scores = new Map([...places].map(([grade, { slots }]) => [grade, new Float64Array(slots)]));
  for (const term of new Set(terms)) {
    const held = [...places.keys()].map((grade) => [grade, reader.postings(grade, term)] as const);
    const weight = rarity(
      held.reduce((sum, [, { slots }]) => sum + slots.length, 0),
      total,
    );
    for (const [grade, { slots, counts }] of held) {
      const place = places.get(grade)?.[kind];
      const gradeScores = scores.get(grade);
      if (!place || !gradeScores) continue;
      for (let index = 0; index < slots.length; index += 1) {
        const slot = slots[index] ?? 0;
        const count = counts[index] ?? 0;
        const norm = k1 * (1 - b + (b * (place.lengths[slot] ?? 0)) / place.averageLength);
        gradeScores[slot] = (gradeScores[slot] ?? 0) + (weight * count * (k1 + 1)) / (count + norm);
      }
    }
  }
  return best(scores, places, filters);
}

function best(
  scores: ReadonlyMap<number, Float64Array>,
  places: ReadonlyMap<number, GradePlaces>,
  { subject, textbookId }: Filters,
): readonly Scored<number>[] {
  const found: Scored<number>[] = [];
  for (const [grade, gradeScores] of scores) {
    const place = places.get(grade);
    if (subject !== undefined || textbookId !== undefined) {
      for (let slot = 0; slot < gradeScores.length; slot += 1) {
        const isOther = subject !== undefined && place?.subjects[slot] !== subject;
        if (isOther || (textbookId !== undefined && place?.textbooks[slot] !== textbookId)) gradeScores[slot] = 0;
      }
    }
    // Sorting bare numbers first is ten times faster than sorting every passage that shares a gram.
    const floor = gradeScores.length > lexicalDepth ? (gradeScores.toSorted().at(-lexicalDepth) ?? 0) : 0;
    gradeScores.forEach((score, slot) => {
      if (score > 0 && score >= floor) found.push({ id: firstId(grade) + slot, score });
    });
  }
  return found.toSorted(byScore).slice(0, lexicalDepth);
}
