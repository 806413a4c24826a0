import { foldMongolian, soundKey } from "../../kernel/mongolian/index.ts";
import type { QuestionKind } from "./question-kind.ts";
import type { QuoteUnit } from "./quote-units.ts";
import { sameWord, type WeighedTopic, wordCover, wordsOf } from "./word-match.ts";

const defines =
  /(гэдэг нь|гэдгийг|гэж нэрл|гэж хэл|хэлнэ|гэнэ(\s|\.|$)|гэдэг(\s|\.|$)|(^|\s)(бол|нь)\s.*\sюм[.\s]*$|\s[–—-]\s)/u;
const gives = /(учраас|учир(\s|,|$)|тул(\s|,)|болохоор|шалтгаан|улмаас|ингэснээр|ингэхэд|илрэл)/u;
const lists = /(дараах|хуваагд|ангил|торол|хэсгээс|бурд(эх|эл|сэн)|нэгдугээрт|тогтоно|:$)/u;
const dates = /(\d{3,4}\s*(он|онд|оны)|зуун(д|ы)|эрдэмтэн)/u;
const caption = /^(зураг|график|схем|диаграмм)\s*\d/u;
const places = /(дотор|дээр|явагд|байрла|орши|оршд|амьдар|тархса|нутаг|хэсэгт|газар|дунд|хооронд)/u;
/** «2 м/с²» has nothing to do with «2-р хууль». */
const quantity = /(?<![\d.,])\d{1,2}(?![\d.,]*\d)(?!\s?-?\s?(?:р|дугаар|дүгээр|дэх|дахь)(?!\p{L}))/gu;
const captionOfAny = /^(зураг|хуснэгт|график|схем|диаграмм)\s*\d/u;

/**
 * How well a unit answers: its cover of the topic, that of its passage, and what the kind of question looks for, which counts
 * only as far as the topic is covered at all.
 */
export function scoreUnit(unit: QuoteUnit, kind: QuestionKind, topic: WeighedTopic, passageCover: number): number {
  const folded = foldMongolian(unit.text);
  // A formula names nothing: it is about what its passage is about, and answers who wants a formula.
  const formulaCover = kind === "formula" ? passageCover : 0.5 * passageCover;
  const cover = unit.kind === "formula" ? formulaCover : wordCover(topic, unit.text.replace(quantity, " "));
  let score = 3 * cover + passageCover;
  if (captionOfAny.test(folded)) score -= 1;
  if (folded.endsWith("?")) score -= 2;
  return score + bonus(unit, folded, kind, topic) * Math.max(cover, 0.6 * passageCover);
}

function bonus(unit: QuoteUnit, folded: string, kind: QuestionKind, topic: WeighedTopic): number {
  if (isRunInHead(unit, topic)) return 4;
  switch (kind) {
    case "definition":
      return defines.test(folded) ? (beginsWith(unit.text, topic) ? 3 : 1) : 0;
    case "formula":
      return unit.kind === "formula" || /[=→]|\$[^$]*=[^$]*\$/u.test(unit.text) ? 2 : 0;
    case "reason":
      return gives.test(folded) ? 1.5 : 0;
    case "list":
      return unit.kind === "item" || lists.test(folded) ? 1 : 0;
    case "person-or-time":
      return dates.test(folded) ? 2 : 0;
    case "place":
      return places.test(folded) ? 2 : 0;
    case "exercise":
    case "method":
    case "other":
      return 0;
  }
}

/** Whether a unit says what the topic is: «Эс гэдэг нь …», or its statement follows («Омын хууль.»). */
export function isDefining(unit: QuoteUnit | undefined, topic: WeighedTopic): boolean {
  if (unit === undefined) return false;
  return isRunInHead(unit, topic) || (defines.test(foldMongolian(unit.text)) && beginsWith(unit.text, topic));
}

/** Whether a text is what stands under a figure. */
export const isCaption = (text: string): boolean => caption.test(foldMongolian(text));

/** Frames right after the name of what is defined, by sound. */
const frames = ["гэдэг", "гэгч", "нь", "бол", "гэж"].map(soundKey);

/**
 * Whether a unit is the statement of the topic and not of something named after it («Пифагорын урвуу теорем»): it begins
 * with the topic's words and goes on with «гэдэг нь», «–», «нь»; or it is a head alone and the statement follows.
 */
export function isStatement(unit: QuoteUnit | undefined, next: QuoteUnit | undefined, topic: WeighedTopic): boolean {
  if (unit === undefined || topic.size === 0) return false;
  if (isRunInHead(unit, topic)) return next !== undefined;
  const words = wordsOf(unit.text);
  const head = words.slice(0, topic.size);
  const isNamed = [...topic.keys()].every((word) => head.some((candidate) => sameWord(word, candidate)));
  if (!isNamed) return false;
  const dashed = /^[\p{L}\p{N}\s«»"]{1,80}\s[–—-]\s|^[\p{L}\p{N}\s«»"]{1,80}:\s/u.test(unit.text);
  return dashed || frames.includes(words[topic.size] ?? "");
}

/** «Омын хууль.», «Пифагорын теорем:» before the statement itself: nothing but the topic's own words. */
function isRunInHead(unit: QuoteUnit, topic: WeighedTopic): boolean {
  if (!/[.:]$/u.test(unit.text)) return false;
  const words = wordsOf(unit.text);
  const isTopic = (word: string) => [...topic.keys()].some((each) => sameWord(each, word));
  return words.length > 0 && words.length <= 5 && words.every(isTopic);
}

/** Whether what is asked about stands among the first words: «Эс гэдэг нь …», not «… үүнийг эс гэнэ». */
function beginsWith(text: string, topic: WeighedTopic): boolean {
  const first = wordsOf(text).slice(0, topic.size + 2);
  return [...topic.keys()].some((word) => first.some((candidate) => sameWord(word, candidate)));
}
