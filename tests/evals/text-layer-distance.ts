/** Text as both sides of a comparison are written: one kind of dash, quotation mark and space. */
export function normalise(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u{1D400}-\u{1D7FF}]/gu, (letter) => letter.normalize("NFKC"))
    .replace(/\u00AD/g, "")
    .replace(/[‐‑–—−]/g, "-")
    .replace(/[“”„«»]/g, '"')
    .replace(/\s+/g, " ")
    .trim();
}

/** Levenshtein distance. */
export function distance(a: string, b: string): number {
  if (a === b) return 0;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) next.push(cheapest(row, next, j, a[i - 1] === b[j - 1]));
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The stretch of `text` that differs least from `wanted`. */
export function bestMatch(wanted: string, text: string): { errors: number; text: string } {
  let row = Array.from({ length: text.length + 1 }, () => 0);
  let starts = Array.from({ length: text.length + 1 }, (_, at) => at);
  for (let i = 1; i <= wanted.length; i += 1) {
    const next = [i];
    const nextStarts = [0];
    for (let j = 1; j <= text.length; j += 1) {
      const value = cheapest(row, next, j, wanted[i - 1] === text[j - 1]);
      next.push(value);
      const isDiagonal = value === (row[j - 1] ?? 0) + (wanted[i - 1] === text[j - 1] ? 0 : 1);
      nextStarts.push((isDiagonal ? starts[j - 1] : value === (row[j] ?? 0) + 1 ? starts[j] : nextStarts[j - 1]) ?? 0);
    }
    row = next;
    starts = nextStarts;
  }
  const errors = Math.min(...row);
  const end = row.indexOf(errors);
  return { errors, text: text.slice(starts[end] ?? 0, end) };
}

function cheapest(row: readonly number[], next: readonly number[], j: number, same: boolean): number {
  return Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
}
