import type { Passage } from "../../textbook/schema.ts";
import { splitSentences } from "../answering/split-sentences.ts";
import { isCaption } from "./score-unit.ts";
import { isFormula, isItem, isTableRow, tidyPassage } from "./tidy-passage.ts";

/** The smallest piece that may be quoted: a sentence, one item of a list, a formula on its own line, or a whole table. */
export interface QuoteUnit {
  readonly kind: "sentence" | "item" | "formula" | "table";
  readonly text: string;
}

/** «… гурав:», «… дараах хүчин зүйлээс хамаарна.» */
const announcesList = /:$|дараах\s/iu;

/** The units of a passage in reading order. A list that begins in the passage is carried on from its neighbours. */
export function quoteUnits(passage: Passage): readonly QuoteUnit[] {
  const titles = [passage.section, passage.chapter];
  const own = unitsOf(tidyPassage(passage.text, titles));
  return announcesList.test(own.at(-1)?.text ?? "") ? [...own, ...listAfter(passage, titles)] : own;
}

function unitsOf(tidied: string): QuoteUnit[] {
  const units: QuoteUnit[] = [];
  for (const line of tidied.split("\n")) {
    const last = units.at(-1);
    if (line === "") continue;
    if (isTableRow(line) && last?.kind === "table")
      units[units.length - 1] = { kind: "table", text: `${last.text}\n${line}` };
    else if (isTableRow(line)) units.push({ kind: "table", text: line });
    else if (isItem(line)) units.push({ kind: "item", text: line });
    // A caption is one piece: what its brackets list is no sentence.
    else if (isCaption(line)) units.push({ kind: "sentence", text: line });
    else if (isFormula(line)) units.push({ kind: "formula", text: line });
    else units.push(...splitSentences(line).map((text) => ({ kind: "sentence" as const, text: text.trim() })));
  }
  return units;
}

/** Items, or else the formula, that follow the passage in its section. */
function listAfter(passage: Passage, titles: readonly (string | undefined)[]): readonly QuoteUnit[] {
  const text = tidyPassage(passage.text, titles);
  const context = tidyPassage(passage.context, titles);
  const at = context.indexOf(text.slice(-40));
  if (at < 0) return [];
  const following = unitsOf(context.slice(at + Math.min(40, text.length)).trimStart());
  const firstOther = following.findIndex(({ kind }) => kind === "sentence");
  return (firstOther < 0 ? following : following.slice(0, firstOther)).slice(0, 8);
}
