/** Text of a passage made fit to quote: words cut at line ends joined, one line a paragraph, list items on their own lines. */
export function tidyPassage(text: string, titles: readonly (string | undefined)[] = []): string {
  const joined = text
    .normalize("NFC")
    .replace(/\u00AD\n?/gu, "")
    .replace(/(\p{L})[-\u2010]\n(\p{Ll})/gu, "$1$2");
  const paragraphs: string[] = [];
  for (const raw of joined.split("\n")) {
    const line = raw.replace(/\s+/gu, " ").trim();
    if (line === "" || isTitle(line, titles)) continue;
    const last = paragraphs.at(-1);
    const goesOn =
      last !== undefined && !ownLine(line) && !isFormula(last) && !isTableRow(last) && !/[.!?:]$/u.test(last);
    if (goesOn) paragraphs[paragraphs.length - 1] = `${last} ${line}`;
    else paragraphs.push(line);
  }
  return paragraphs.join("\n");
}

const ownLine = (line: string) => isItem(line) || isFormula(line) || isTableRow(line);

/** «1. …», «а) …», «• …», «– …». */
export const isItem = (line: string) => /^(?:\d{1,2}[.)]|[а-яөүё]\)|[•◦▪–—-])\s/iu.test(line);

/** A row of a Markdown table. */
export const isTableRow = (line: string) => line.startsWith("|");

/** A line that is a formula, not a sentence that mentions one. */
export function isFormula(line: string): boolean {
  if (/^\$\$?[^$]+\$\$?[.,]?(?:\s*\(\d+(?:\.\d+)?\))?$/u.test(line)) return true;
  const letters = line.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  return /[=→⇌]/u.test(line) && letters <= line.length * 0.3;
}

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
const isTitle = (line: string, titles: readonly (string | undefined)[]) =>
  titles.some((title) => title !== undefined && bare(title) !== "" && bare(title) === bare(line));
