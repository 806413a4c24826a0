import type { Line } from "./page-text.ts";
import { writeRuns } from "./write-runs.ts";

/**
 * Joins lines to running text. A hyphen at a line's end goes when small letters stand on both sides of it; after a
 * capital, a digit or a sign (НАДФН-ийн, 40 °C-аас) it belongs to the word.
 * `starts[n]` is where line n begins in the text.
 */
export function joinLines(lines: readonly Line[]): { text: string; starts: number[] } {
  let text = "";
  const starts: number[] = [];
  for (const line of lines) {
    const next = writeRuns(line.runs).replace(/\u00AD(?!$)/gu, "");
    const hyphened = /\p{L}[\u00AD\u2010-]$/u.test(text);
    if (/\p{Ll}[\u00AD\u2010-]$/u.test(text) && /^\p{Ll}/u.test(next)) text = text.slice(0, -1);
    else if (text !== "" && !(hyphened && /^\p{Ll}/u.test(next))) text += " ";
    starts.push(text.length);
    text += next;
  }
  return { text, starts };
}
