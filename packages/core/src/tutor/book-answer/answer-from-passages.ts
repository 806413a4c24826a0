import type { Passage } from "../../textbook/schema.ts";
import { citeQuotes, type CitedUnits, type PassagesAnswer } from "./cite-quotes.ts";
import { type QuestionKind, questionKind } from "./question-kind.ts";
import { type QuoteUnit, quoteUnits } from "./quote-units.ts";
import type { AskInput } from "../schema.ts";
import { isCaption, isDefining, isStatement, scoreUnit } from "./score-unit.ts";
import { topicWords, weighTopic, type WeighedTopic, wordCover } from "./word-match.ts";

export interface PassagesInput {
  /** In Cyrillic; for Latin typing its likely readings, of which the one that the passages know is taken. */
  readonly readings: readonly string[];
  /** Best first. */
  readonly passages: readonly Passage[];
  readonly mode: AskInput["mode"];
  readonly locale: AskInput["locale"];
}

interface Quote extends CitedUnits {
  /** The telling part alone, for a passage that is not the first. */
  readonly short: readonly QuoteUnit[];
  /** Whether it says what the topic is. */
  readonly defining: boolean;
  /** Whether it is the statement of the topic itself. */
  readonly states: boolean;
  readonly score: number;
}

const sizes = {
  answer: { passages: 3, unitsFirst: 5, unitsNext: 2, unitsInAll: 6 },
  "more-detail": { passages: 4, unitsFirst: 7, unitsNext: 4, unitsInAll: 14 },
} as const;

/** Answers with the books' own sentences, chosen by the kind of question. Never a word that is not in the book. */
export function answerFromPassages(input: PassagesInput): PassagesAnswer {
  const question = bestReading(input);
  const kind = questionKind(question);
  const topic = topicWords(question);
  return citeQuotes(choose(input, kind, topic, input.passages));
}

/** Of several readings the one whose words the passages hold. */
function bestReading({ readings, passages }: PassagesInput): string {
  const known = passages.map(({ section = "", text }) => `${section} ${text}`).join(" ");
  const covers = readings.map((reading) => wordCover(topicWords(reading), known));
  return readings[covers.indexOf(Math.max(...covers))] ?? "";
}

/** A section's title without its number: «2.3. …» is not about the third law. */
const titleOf = ({ section = "" }: Passage): string => section.replace(/^[\d.]+\s/u, "");

/** The best passage first, then others that add something; at most six sentences in all. */
function choose(
  { mode }: PassagesInput,
  kind: QuestionKind,
  topic: readonly string[],
  passages: readonly Passage[],
): readonly Quote[] {
  const size = sizes[mode];
  const weighed = weighTopic(
    topic,
    passages.map((passage) => `${titleOf(passage)} ${passage.text}`),
  );
  const quotes = passages
    .filter((passage) => passage.kind !== "exercise")
    .map((passage, rank) => quote(passage, rank, kind, weighed, size))
    .filter(({ units }) => units.length > 0)
    .toSorted((one, other) => other.score - one.score);
  const best = quotes[0];
  if (!best) return [];
  const chosen: Quote[] = [best];
  let left = size.unitsInAll - best.units.length;
  for (const next of quotes.slice(1)) {
    if (chosen.length >= size.passages || left <= 0) break;
    // One sentence alone is a meagre answer: what stands beside it in the section may join sooner.
    const sameSection = next.passage.section === best.passage.section;
    const alone = left === size.unitsInAll - 1 && sameSection;
    // What something is, is said in one place; elsewhere the word is only used.
    const isBrief = mode === "answer";
    const statesAsFully = best.states && best.passage.kind !== "glossary";
    if (isBrief && kind === "definition" && !sameSection && !(statesAsFully ? next.states : next.defining)) continue;
    // A worked example or a table says how and how much, not what.
    if (kind === "definition" && (next.passage.kind === "table" || workedExample.test(next.passage.text))) continue;
    if (next.score < best.score * (alone || !isBrief ? 0.35 : 0.65) || chosen.some((one) => overlaps(one, next)))
      continue;
    const units = next.short;
    if (units.length === 0) continue;
    chosen.push({ ...next, units });
    left -= units.length;
  }
  return chosen;
}

/** Kinds of question that are answered by saying what the topic is. */
const standsForTopic: ReadonlySet<QuestionKind> = new Set(["definition", "formula", "other"]);

/** A worked example shows how, it does not say what. */
const workedExample = /Бодолт\s*:|Хариу\s*:|^Жишээ\s*\d/mu;

function quote(
  passage: Passage,
  rank: number,
  kind: QuestionKind,
  topic: WeighedTopic,
  size: (typeof sizes)[AskInput["mode"]],
): Quote {
  const units = quoteUnits(passage).filter(({ text }) => text.length > 2);
  const passageCover = wordCover(topic, `${titleOf(passage)} ${passage.text}`);
  const scores = units.map((unit) => scoreUnit(unit, kind, topic, passageCover));
  const highest = Math.max(...scores);
  const anchor = scores.indexOf(highest);
  const fitting = -(passage.kind === "table" ? 0.5 : 0) - (workedExample.test(passage.text) ? 1.5 : 0);
  const about = 2 * wordCover(topic, titleOf(passage));
  // What states the topic goes before what only uses its name; a figure's caption before nothing.
  const states = standsForTopic.has(kind) && isStatement(units[anchor], units[anchor + 1], topic);
  // The glossary says it in a line; the lesson says it, and goes on.
  const stated = states ? (passage.kind === "glossary" ? 1 : 3) : 0;
  const captions = isCaption(units[anchor]?.text ?? "") ? 3 : 0;
  const part = (most: number) => (anchor < 0 ? [] : around(passage, units, anchor, kind, most));
  return {
    passage,
    units: part(size.unitsFirst),
    short: part(size.unitsNext),
    defining: isDefining(units[anchor], topic),
    states,
    score: highest + fitting + about + stated - captions + 2 / (rank + 1),
  };
}

/**
 * What is quoted around the telling unit. A definition or a date stands for itself, what comes after it adds to it; everything
 * else is understood with the sentences before it too.
 */
function around(
  { kind: passageKind }: Passage,
  units: readonly QuoteUnit[],
  anchor: number,
  kind: QuestionKind,
  most: number,
): readonly QuoteUnit[] {
  if (passageKind === "glossary") return units.slice(anchor, anchor + 1);
  const standsAlone = (kind === "definition" || kind === "person-or-time") && units[anchor]?.kind === "sentence";
  const middle = Math.max(0, Math.min(anchor - Math.floor((most - 1) / 2), units.length - most));
  const start = fromAnythingButBack(units, standsAlone ? anchor : afterCaption(units, middle, anchor), anchor);
  const items = units.slice(start).filter(({ kind: unitKind }) => unitKind === "item").length;
  return withoutOpenEnd(units.slice(start, start + Math.max(most, items > 0 ? Math.min(items + 1, 8) : 0)));
}

const pointsBack =
  /^(?:Үүн|Энэ|Эдгээр|Ийм|Тийм|Түүн|Тэр|Тэд|Ингэ|Харин|Иймд|Иймээс|Тиймээс|Гэвч|Мөн|Нэгний|Эндээс|Өөрөөр хэлбэл)/u;

/** «Үүнийг …» begins no quotation: the sentence before it comes along, or, where it does not matter, it is left out. */
function fromAnythingButBack(units: readonly QuoteUnit[], start: number, anchor: number): number {
  if (start === 0 || !pointsBack.test(units[start]?.text ?? "")) return start;
  return start < anchor ? start + 1 : start - 1;
}

/** The caption of a figure begins no quotation. */
function afterCaption(units: readonly QuoteUnit[], start: number, anchor: number): number {
  return start < anchor && isCaption(units[start]?.text ?? "") ? afterCaption(units, start + 1, anchor) : start;
}

/** A line that announces a list stands for nothing without it. */
const withoutOpenEnd = (units: readonly QuoteUnit[]) => (units.at(-1)?.text.endsWith(":") ? units.slice(0, -1) : units);

const overlaps = (one: Quote, other: Quote) =>
  one.units.some((unit) => other.units.some(({ text }) => text === unit.text || unit.text.includes(text)));

/** The rule, from the exercise's section where that has lessons, else from its chapter, else from what was found. */
export function chooseMethod(
  input: PassagesInput,
  exercise: Passage | undefined,
  question: string,
): readonly CitedUnits[] {
  const asked = exercise ? exercise.text : question;
  // Where the book works out this very equation, its answer stands beside it.
  const solved = equationsOf(asked);
  const isSolved = (text: string) => solved.some((equation) => bareMaths(text).includes(equation));
  const lessons = input.passages.filter(({ kind, text }) => kind !== "exercise" && !isSolved(text));
  const inBook = lessons.filter(({ textbookId }) => textbookId === exercise?.textbookId);
  const inSection = inBook.filter(({ section }) => section === exercise?.section);
  const inChapter = inBook.filter(({ chapter }) => chapter === exercise?.chapter);
  const nearest = [inSection, inChapter, inBook, lessons].find((list) => list.length > 0) ?? [];
  return choose(input, "formula", topicWords(asked), nearest).slice(0, 2);
}

/** A formula with nothing in it that writers spell in two ways: «x^2 - 7x = 0» and «x² − 7x = 0». */
const bareMaths = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[−–—]/gu, "-")
    .replace(/[\s^{}$\\]/gu, "");

const equationsOf = (text: string): readonly string[] =>
  (text.match(/[\p{L}\d²³^()+\-−–·*/.,\s]{2,60}=[\d\s+\-−\p{L}²³^()]{1,40}/gu) ?? [])
    .map((equation) => bareMaths(equation.replace(/\p{Script=Cyrillic}[\p{Script=Cyrillic}\s.,]*/gu, "")))
    .filter((equation) => equation.length >= 5 && /\d/u.test(equation));

const solution = /(?:^|\s)(?:Бодолт|Хариу|Хариулт|Шийд)\s*[:.]/u;
/** An exercise as it stands in the book, cut before its solution. */
export const withoutSolution = (text: string) =>
  text
    .slice(0, solution.exec(text)?.index ?? text.length)
    .replace(/\s+/gu, " ")
    .trim();
