/**
 * Whether one word becomes the other by at most `max` slips of the keyboard: a letter left out, added, wrong, or two
 * swapped (optimal string alignment). Gives up as early as it can.
 */
export function withinEdits(one: string, other: string, max: number): boolean {
  if (Math.abs(one.length - other.length) > max) return false;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_unused, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, column - 2) + 1 : Infinity,
      );
    }
    if (Math.min(...current) > max) return false;
    beforeLast = last;
    last = current;
  }
  return at(last, other.length) <= max;
}

const at = (row: readonly number[], column: number): number => row[column] ?? Infinity;
