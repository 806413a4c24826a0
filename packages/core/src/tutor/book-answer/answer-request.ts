import type { FollowRequest } from "../answering/follow-up.ts";
import { fixedSentences } from "../answering/fixed-sentences.ts";
import type { Passage } from "../../textbook/schema.ts";
import type { AskInput } from "../schema.ts";
import { citeQuotes, type CitedUnits, type PassagesAnswer } from "./cite-quotes.ts";
import { type QuoteUnit, quoteUnits } from "./quote-units.ts";
import { isCaption, isDefining, scoreUnit } from "./score-unit.ts";
import { topicWords, weighTopic, type WeighedTopic, wordCover } from "./word-match.ts";

export interface RequestInput {
  readonly request: FollowRequest;
  /** The question that named the topic. */
  readonly question: string;
  /** The topic's section in reading order, then the rest of its chapter. */
  readonly passages: readonly Passage[];
  /** What the thread has shown already. */
  readonly shown: string;
  readonly locale: AskInput["locale"];
}

/** A unit with the passage it stands in. */
interface Placed {
  readonly passage: Passage;
  readonly unit: QuoteUnit;
  /** Position in reading order. */
  readonly at: number;
}

/** Simpler words, an example, or a question back: from the topic's own section, and only then from its chapter. */
export function answerRequest(input: RequestInput): PassagesAnswer {
  const topic = topicOf(input);
  const units = placed(input.passages);
  const definition = findDefinition(units, topic, input.passages[0]?.section);
  switch (input.request) {
    case "simpler":
      return explainSimpler(input, units, topic, definition);
    case "example":
      return giveExample(input, units, topic, definition);
    case "quiz":
      return askBack(input, topic, definition);
  }
}

function topicOf({ question, passages }: RequestInput): WeighedTopic {
  return weighTopic(
    topicWords(question),
    passages.map(({ text }) => text),
  );
}

function placed(passages: readonly Passage[]): readonly Placed[] {
  return passages
    .filter(({ kind }) => kind !== "exercise")
    .flatMap((passage) => quoteUnits(passage).map((unit) => ({ passage, unit })))
    .filter(({ unit }) => unit.text.length > 2)
    .map((each, at) => ({ ...each, at }));
}

/** The sentence that says what the topic is, or else the one that says most of it. */
function findDefinition(units: readonly Placed[], topic: WeighedTopic, home: string | undefined): Placed | undefined {
  const sentences = units.filter(({ unit }) => unit.kind === "sentence" && !isCaption(unit.text));
  const score = ({ unit, passage }: Placed) =>
    scoreUnit(unit, "definition", topic, wordCover(topic, `${passage.section ?? ""} ${passage.text}`)) +
    (isDefining(unit, topic) ? 3 : 0) +
    (passage.section === home ? 4 : 0);
  return sentences.toSorted((one, other) => score(other) - score(one) || one.at - other.at)[0];
}

/** The definition, then up to three of the section's plainest sentences that were not shown yet. */
function explainSimpler(
  input: RequestInput,
  units: readonly Placed[],
  topic: WeighedTopic,
  definition: Placed | undefined,
): PassagesAnswer {
  if (!definition) return citeQuotes([]);
  const fresh = units.filter(
    (each) =>
      each.at !== definition.at &&
      each.passage.section === definition.passage.section &&
      each.unit.kind === "sentence" &&
      isPlain(each.unit.text) &&
      !input.shown.includes(each.unit.text),
  );
  const plainest = fresh
    .toSorted((one, other) => difficulty(one.unit.text, topic) - difficulty(other.unit.text, topic))
    .slice(0, 3);
  return citeQuotes(gather([definition, ...plainest.toSorted((one, other) => one.at - other.at)]));
}

/** Stands without the sentence before it, and is no formula, caption or question. */
const isPlain = (text: string): boolean =>
  text.length >= 20 &&
  text.length <= 220 &&
  !pointsBack.test(text) &&
  !/^Хүснэгт\s/u.test(text) &&
  !isCaption(text) &&
  !/[?:=$]/u.test(text);
const pointsBack =
  /^(?:Үүн|Энэ|Эдгээр|Ийм|Тийм|Түүн|Тэр|Тэд|Тэнд|Ингэ|Харин|Иймд|Иймээс|Тиймээс|Гэвч|Мөн|Нэгний|Эндээс|Өөрөөр хэлбэл)/u;

/** Longer sentences of longer words are harder; one about the topic, or one that likens it to something, helps more. */
function difficulty(text: string, topic: WeighedTopic): number {
  const words = text.match(/\p{L}+/gu) ?? [];
  const wordLength = words.join("").length / Math.max(1, words.length);
  const helps = (wordCover(topic, text) > 0 ? 3 : 0) + (likens.test(text) ? 3 : 0);
  return wordLength + words.length / 6 - helps;
}
const likens = /жишээ|тухайлбал|адил|шиг|мэт|зүйрлэ/iu;

const isExample = (text: string): boolean => /(?:^|\s)жишээ|тухайлбал|жишээлбэл|гэх мэт|\s(?:шиг|зэрэг)\s/iu.test(text);

/** Examples of the section, else of the chapter; then a table, then an exercise to try; else an honest word and the definition. */
function giveExample(
  input: RequestInput,
  units: readonly Placed[],
  topic: WeighedTopic,
  definition: Placed | undefined,
): PassagesAnswer {
  const words = fixedSentences(input.locale);
  const home = definition?.passage.section ?? input.passages[0]?.section;
  const isFresh = ({ unit }: Placed) => !input.shown.includes(unit.text);
  const near = ({ passage }: Placed) => passage.section === home;
  const examples = units.filter(
    ({ unit, passage }) =>
      (unit.kind === "sentence" && !isCaption(unit.text) && isExample(unit.text)) || isWorkedExample(passage),
  );
  const tables = units.filter(({ unit }) => unit.kind === "table" && wordCover(topic, unit.text) > 0);
  const aboutTopic = ({ unit, passage }: Placed) => wordCover(topic, `${passage.section ?? ""} ${unit.text}`) >= 0.5;
  const choices = [
    examples.filter(near),
    units.filter(({ unit }) => unit.kind === "table").filter(near),
    examples.filter(aboutTopic),
    tables,
  ].map((list) => list.filter(isFresh));
  const first = choices.find((list) => list.length > 0);
  const one = first?.[0];
  if (first && one) {
    const whole = isWorkedExample(one.passage)
      ? units.filter(({ passage }) => passage === one.passage)
      : first.slice(0, one.unit.kind === "table" ? 1 : 2).flatMap((each) => withBefore(units, each));
    return citeQuotes(gather(whole));
  }
  const exercise = pickQuestion(input, topic);
  if (exercise) return wrap(words.exampleToTry, [exercise], words.quizOutro);
  return wrap(words.noExample, definition ? [{ passage: definition.passage, units: [definition.unit] }] : [], "");
}

const isWorkedExample = ({ text, kind }: Passage): boolean => kind !== "exercise" && /^Жишээ\s*\d/mu.test(text);

/** «Тухайлбал, үүнийг …» is understood with the sentences before it. */
function withBefore(units: readonly Placed[], each: Placed): readonly Placed[] {
  const before = units[each.at - 1];
  const leans = pointsBack.test(each.unit.text) || /^(?:Жишээ|Тухайлбал)/u.test(each.unit.text);
  return leans && before?.passage === each.passage ? [...withBefore(units, before), each] : [each];
}

/** One question of the book for the pupil to answer, without its solution. */
function askBack(input: RequestInput, topic: WeighedTopic, definition: Placed | undefined): PassagesAnswer {
  const words = fixedSentences(input.locale);
  const question = pickQuestion(input, topic);
  if (question) return wrap(words.quizIntro, [question], words.quizOutro);
  const name = definition ? [{ passage: definition.passage, units: [] }] : [];
  return { text: words.noQuiz, citations: citeQuotes(name).citations };
}

/** An exercise of the section, else of the chapter, about the topic if one is; one that the thread has not asked yet while there is any. */
function pickQuestion(input: RequestInput, topic: WeighedTopic): CitedUnits | undefined {
  const home = input.passages[0]?.section;
  const questions = input.passages
    .filter(({ kind }) => kind === "exercise")
    .flatMap((passage) => exerciseParts(passage).map((unit): CitedUnits => ({ passage, units: [unit] })));
  const fresh = questions.filter(({ units }) => units.every(({ text }) => !input.shown.includes(text)));
  const score = ({ passage, units }: CitedUnits) =>
    (passage.section === home ? 1 : 0) + wordCover(topic, units.map(({ text }) => text).join(" "));
  return (fresh.length > 0 ? fresh : questions).toSorted((one, other) => score(other) - score(one))[0];
}

const solution = /(?:^|\s)(?:Бодолт|Хариу|Хариулт|Шийд)\s*[:.]/u;

/** The separate questions of an exercise passage, each cut before its solution. */
function exerciseParts({ text }: Passage): readonly QuoteUnit[] {
  return text
    .split(/\n(?=\s*(?:(?:Дасгал|Бодлого|Даалгавар|Асуулт)\s*)?\d{1,3}[.)]\s)/u)
    .map((part) =>
      part
        .slice(0, solution.exec(part)?.index ?? part.length)
        .replace(/\s+/gu, " ")
        .trim(),
    )
    .filter((part) => part.length > 10)
    .map((part) => ({ kind: "sentence", text: part }));
}

function wrap(before: string, quotes: readonly CitedUnits[], after: string): PassagesAnswer {
  const { text, citations } = citeQuotes(quotes);
  return { text: [before, text, after].filter((part) => part !== "").join("\n\n"), citations };
}

/** Units of one passage that follow each other become one quote. */
function gather(units: readonly Placed[]): readonly CitedUnits[] {
  const quotes: { passage: Passage; units: QuoteUnit[] }[] = [];
  for (const { passage, unit } of units) {
    const same = quotes.find((quote) => quote.passage === passage);
    if (!same) quotes.push({ passage, units: [unit] });
    else if (!same.units.includes(unit)) same.units.push(unit);
  }
  return quotes;
}
