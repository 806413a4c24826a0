import type { Line } from "./page-text.ts";
import { writeRuns } from "./write-runs.ts";

/** Font size that most characters of these lines have: the running text's. 10 where there is no text. */
export function bodySize(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const size = Math.round(line.size * 10) / 10;
    counts.set(size, (counts.get(size) ?? 0) + writeRuns(line.runs).length);
  }
  let best = 10;
  let most = 0;
  for (const [size, count] of counts) if (count > most) [best, most] = [size, count];
  return best;
}
