import type { Citation, Passage } from "../../textbook/schema.ts";
import { citePassage } from "../answering/cite-passage.ts";
import { fixedSentences } from "../answering/fixed-sentences.ts";
import { type QuestionKind, questionKind } from "./question-kind.ts";
import { type QuoteUnit, quoteUnits } from "./quote-units.ts";
import type { AskInput } from "../schema.ts";
import { isDefining, scoreUnit } from "./score-unit.ts";
import { topicWords, weighTopic, type WeighedTopic, wordCover } from "./word-match.ts";

export interface PassagesInput {
  /** In Cyrillic; for Latin typing its likely readings, of which the one that the passages know is taken. */
  readonly readings: readonly string[];
  /** Best first. */
  readonly passages: readonly Passage[];
  readonly mode: AskInput["mode"];
  readonly locale: AskInput["locale"];
}

export interface PassagesAnswer {
  /** Sentences of the books with `[n]` after each book's part. */
  readonly text: string;
  readonly citations: readonly Citation[];
}

interface Quote {
  readonly passage: Passage;
  readonly units: readonly QuoteUnit[];
  /** The telling part alone, for a passage that is not the first. */
  readonly short: readonly QuoteUnit[];
  /** Whether it says what the topic is. */
  readonly defining: boolean;
  readonly score: number;
}

const sizes = {
  answer: { passages: 3, unitsFirst: 5, unitsNext: 2, unitsInAll: 6 },
  "more-detail": { passages: 4, unitsFirst: 7, unitsNext: 4, unitsInAll: 14 },
} as const;

/** Answers with the books' own sentences, chosen by the kind of question. Never a word that is not in the book but the fixed lines around an exercise. */
export function answerFromPassages(input: PassagesInput): PassagesAnswer {
  const question = bestReading(input);
  const kind = questionKind(question);
  const topic = topicWords(question);
  if (kind === "exercise" || asksAnExercise(input.passages[0], topic)) return guideThroughExercise(input, topic);
  return cite(choose(input, kind, topic, input.passages));
}

/** Of several readings the one whose words the passages hold. */
function bestReading({ readings, passages }: PassagesInput): string {
  const known = passages.map(({ section = "", text }) => `${section} ${text}`).join(" ");
  const covers = readings.map((reading) => wordCover(topicWords(reading), known));
  return readings[covers.indexOf(Math.max(...covers))] ?? "";
}

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
    passages.map(({ text }) => text),
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
    if (kind === "definition" && !sameSection && !next.defining) continue;
    if (next.score < best.score * (alone ? 0.35 : 0.65) || chosen.some((one) => overlaps(one, next))) continue;
    const units = next.short;
    if (units.length === 0) continue;
    chosen.push({ ...next, units });
    left -= units.length;
  }
  return chosen;
}

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
  const passageCover = wordCover(topic, `${passage.section ?? ""} ${passage.text}`);
  const scores = units.map((unit) => scoreUnit(unit, kind, topic, passageCover));
  const highest = Math.max(...scores);
  const anchor = scores.indexOf(highest);
  const fitting =
    (passage.kind === "glossary" && kind === "definition" ? 1 : 0) -
    (passage.kind === "table" ? 0.5 : 0) -
    (workedExample.test(passage.text) ? 1.5 : 0);
  const about = 2 * wordCover(topic, passage.section ?? "");
  const part = (most: number) => (anchor < 0 ? [] : around(passage, units, anchor, kind, most));
  return {
    passage,
    units: part(size.unitsFirst),
    short: part(size.unitsNext),
    defining: isDefining(units[anchor], topic),
    score: highest + fitting + about + 2 / (rank + 1),
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
  const start = fromAnythingButBack(units, standsAlone ? anchor : middle, anchor);
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

/** A line that announces a list stands for nothing without it. */
const withoutOpenEnd = (units: readonly QuoteUnit[]) => (units.at(-1)?.text.endsWith(":") ? units.slice(0, -1) : units);

const overlaps = (one: Quote, other: Quote) =>
  one.units.some((unit) => other.units.some(({ text }) => text === unit.text || unit.text.includes(text)));

function cite(quotes: readonly Quote[]): PassagesAnswer {
  const paragraphs = quotes.map(({ units }, index) => layOut(units, index + 1));
  return {
    text: paragraphs.join("\n\n"),
    citations: quotes.map(({ passage }, index) => citePassage(passage, index + 1)),
  };
}

/** Sentences run on; items, formulas and tables stand on lines of their own. */
function layOut(units: readonly QuoteUnit[], number: number): string {
  let text = "";
  for (const [index, unit] of units.entries()) {
    const last = units[index - 1];
    const ownLine = unit.kind !== "sentence" || last?.kind !== "sentence";
    const apart = unit.kind === "table" || last?.kind === "table";
    text += text === "" ? "" : apart ? "\n\n" : ownLine ? "\n" : " ";
    text += unit.kind === "item" ? unit.text.replace(/^[•◦▪–—]\s/u, "- ") : unit.text;
  }
  return `${text}${units.at(-1)?.kind === "table" ? "\n\n" : " "}[${number}]`;
}

const asksAnExercise = (best: Passage | undefined, topic: readonly string[]) =>
  best?.kind === "exercise" && topic.length >= 3 && wordCover(topic, best.text) >= 0.8;

/** Not the solution: the method from the same section, and the next step as a question. */
function guideThroughExercise(input: PassagesInput, topic: readonly string[]): PassagesAnswer {
  const words = fixedSentences(input.locale);
  const exercise = input.passages.find(({ kind }) => kind === "exercise");
  const lessons = input.passages.filter(({ kind }) => kind !== "exercise");
  const sameSection = lessons.filter(
    ({ section, textbookId }) => section === exercise?.section && textbookId === exercise?.textbookId,
  );
  const method = choose(
    input,
    "formula",
    exercise ? topicWords(exercise.text) : topic,
    sameSection.length > 0 ? sameSection : lessons,
  );
  const quotes = method.slice(0, 2);
  const { text, citations } = cite(quotes);
  const book = exercise ? [...citations, citePassage(exercise, citations.length + 1)] : citations;
  if (quotes.length === 0) return { text: words.exerciseSteps, citations: book };
  return { text: `${words.exerciseIntro}\n\n${text}\n\n${words.exerciseSteps}`, citations: book };
}
