import type { RawPage, TextItem } from "../layout/page-text.ts";
import { type FontRun, type Repair, repairFonts } from "./repair-fonts.ts";
import { scoreText, type TextScore } from "./score-text.ts";

export interface RepairedPage {
  readonly page: RawPage;
  readonly repair: Repair;
  /** The text layer as the PDF has it, and after repair. `suspect` after repair: read the page's image instead. */
  readonly before: TextScore;
  readonly after: TextScore;
}

/** Repairs a page's text layer. Items that touch are pieces of one word, whatever their number: hyphenating producers cut words to syllables. */
export function repairPage(page: RawPage): RepairedPage {
  const runs = runsOf(page);
  const before = scoreText(textOf(runs));
  const repaired = repairFonts(runs);
  if (repaired.repair === "none") return { page, repair: "none", before, after: before };
  const texts = new Map(repaired.runs.flatMap(({ item, text }) => (item === undefined ? [] : [[item, text] as const])));
  const items = page.items.map((item, at): TextItem => {
    const text = texts.get(at) ?? item.text;
    return text === item.text ? item : { ...item, text };
  });
  return { page: { ...page, items }, repair: repaired.repair, before, after: scoreText(textOf(repaired.runs)) };
}

/** Judges a page's text as it stands. */
export const scorePage = (page: RawPage): TextScore => scoreText(textOf(runsOf(page)));

interface ItemRun extends FontRun {
  /** Index of the item; absent in breaks between words. */
  readonly item?: number;
}

function runsOf(page: RawPage): ItemRun[] {
  return page.items.flatMap((item, at) => {
    const last = page.items[at - 1];
    const run = { font: item.font, text: item.text, item: at };
    return last && !touches(last, item) ? [{ font: last.font, text: "" }, run] : [run];
  });
}

const textOf = (runs: readonly FontRun[]): string => runs.map(({ text }) => (text === "" ? "\n" : text)).join("");

function touches(left: TextItem, right: TextItem): boolean {
  const em = Math.max(left.size, right.size);
  const gap = right.x - (left.x + left.width);
  return Math.abs(left.y - right.y) < 0.12 * em && gap > -0.5 * em && gap < 0.18 * em;
}
