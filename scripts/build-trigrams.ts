import { globSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Counts letter trigrams of Mongolian words in our own sample textbooks (CC0) and writes the table that
 * `packages/core/src/textbook/repair` scores text with. Run after the books have changed: `node scripts/build-trigrams.ts`.
 */
const root = fileURLToPath(new URL("../", import.meta.url));
const target = "packages/core/src/textbook/repair/mongolian-trigrams.ts";

/** Words of the books in lower case, without markup and soft hyphens. */
export function wordsOf(html: string): string[] {
  const text = html
    .replace(/<(style|script|svg|math)\b[\s\S]*?<\/\1>/g, " ")
    .replace(/<[^>]+>/g, " ")
    .replace(/&(?:shy|#173);|\u00AD/g, "")
    .replace(/&\w+;/g, " ")
    .normalize("NFC")
    .toLowerCase();
  return text.match(/(?<![\p{L}\p{M}])[а-яёөү]+(?![\p{L}\p{M}])/gu) ?? [];
}

/** Counts per two letters of context; a word stands between two `_` on either side. */
export function countTrigrams(words: readonly string[]): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const word of words) {
    const padded = `__${word}_`;
    for (let at = 2; at < padded.length; at += 1) {
      const next = counts.get(padded.slice(at - 2, at)) ?? new Map<string, number>();
      next.set(padded.charAt(at), (next.get(padded.charAt(at)) ?? 0) + 1);
      counts.set(padded.slice(at - 2, at), next);
    }
  }
  return counts;
}

/** One line per first letter: `ба=й312р40 бо=л9…`. */
export function writeTable(counts: ReadonlyMap<string, ReadonlyMap<string, number>>): string {
  const rows = new Map<string, string[]>();
  for (const [context, next] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const cells = [...next].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([letter, n]) => `${letter}${n}`);
    const row = rows.get(context.charAt(0)) ?? [];
    rows.set(context.charAt(0), [...row, `${context}=${cells.join("")}`]);
  }
  const lines = [...rows.values()].map((row) => `  "${row.join(" ")}",`);
  return [
    "// Written by scripts/build-trigrams.ts from the sample textbooks (CC0). Not edited by hand.",
    "export const mongolianTrigrams: readonly string[] = [",
    ...lines,
    "];",
    "",
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const books = globSync("scripts/sample-data/books/*/book.html", { cwd: root }).sort();
  const words = books.flatMap((book) => wordsOf(readFileSync(root + book, "utf8")));
  writeFileSync(root + target, writeTable(countTrigrams(words)));
  console.log(`${books.length} books, ${words.length} words → ${target}`);
}
