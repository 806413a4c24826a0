/**
 * The finished sentences of an answer, as they are read aloud while it is written: whole sentences only, without
 * Markdown signs and citation numbers. Maths is announced by its source.
 */
export function finishedSentences(answer: string, complete: boolean): string[] {
  const plain = answer.replace(/\[\d+(?:\s*,\s*\d+)*\]/g, "").replace(/[*_`#>|]+/g, "");
  const pieces = plain.split(/(?<=[.!?…:])\s+|\n+/);
  // The last piece may still grow.
  const finished = complete ? pieces : pieces.slice(0, -1);
  return finished.map((piece) => piece.replaceAll("$", "").trim()).filter(Boolean);
}
