/**
 * Character n-grams of one word with its boundaries marked by `_`: `charGrams("усан", 4)` is `_уса`, `усан`, `сан_`.
 * A word shorter than a gram gives itself with its boundaries.
 */
export function charGrams(word: string, length: number): readonly string[] {
  const marked = Array.from(`_${word}_`);
  if (marked.length <= length) return [marked.join("")];
  return Array.from({ length: marked.length - length + 1 }, (_, at) => marked.slice(at, at + length).join(""));
}
