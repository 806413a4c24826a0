import type { Passage } from "../../textbook/schema.ts";
import { splitSentences } from "../answering/split-sentences.ts";
import { isFormula, isItem, tidyPassage } from "./tidy-passage.ts";

/** The smallest piece that may be quoted: a sentence, one item of a list, or a formula on its own line. */
export interface QuoteUnit {
  readonly kind: "sentence" | "item" | "formula";
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
  return tidied.split("\n").flatMap((line): QuoteUnit[] => {
    if (line === "") return [];
    if (isItem(line)) return [{ kind: "item", text: line }];
    if (isFormula(line)) return [{ kind: "formula", text: line }];
    return splitSentences(line).map((text) => ({ kind: "sentence", text: text.trim() }));
  });
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
