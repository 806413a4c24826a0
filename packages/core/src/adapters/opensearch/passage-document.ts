import type { IndexedPassage } from "../../textbook/ports.ts";
import type { BulkOperation } from "./bulk-write.ts";
import { termField } from "./index-layout.ts";

/** A passage as a line pair of the bulk protocol; an older one of the same id is replaced. */
export function indexOperation({ passage, analysed, vector }: IndexedPassage, dimensions: number): BulkOperation {
  refuseOtherLength(vector, dimensions);
  const { passageId, textbookId, subject, grade, edition } = passage;
  const document = {
    textbookId,
    subject,
    grade,
    edition,
    passage,
    [termField("stems", grade)]: analysed.stems,
    [termField("grams", grade)]: analysed.grams,
    // Nothing is near to nothing, and the engine takes no vector without a direction.
    ...(isZero(vector) ? {} : { vector: numbersOf(vector) }),
  };
  return { passageId, lines: `${JSON.stringify({ index: { _id: passageId } })}\n${JSON.stringify(document)}\n` };
}

export const deleteOperation = (passageId: string): BulkOperation => ({
  passageId,
  lines: `${JSON.stringify({ delete: { _id: passageId } })}\n`,
});

export const isZero = (vector: Float32Array): boolean => vector.every((value) => value === 0);

/** Nine digits hold a 32-bit number exactly, at half the length. */
export const numbersOf = (vector: Float32Array): readonly number[] =>
  Array.from(vector, (value) => Number(value.toPrecision(9)));

export function refuseOtherLength(vector: Float32Array, dimensions: number): void {
  if (vector.length === dimensions) return;
  throw new Error(`a vector has ${vector.length} dimensions, but the search index holds ${dimensions}`);
}
