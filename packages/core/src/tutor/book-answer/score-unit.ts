import { foldMongolian } from "../../kernel/mongolian/fold-mongolian.ts";
import type { QuestionKind } from "./question-kind.ts";
import type { QuoteUnit } from "./quote-units.ts";
import { sameWord, type WeighedTopic, wordCover } from "./word-match.ts";

const defines =
  /(гэдэг нь|гэдгийг|гэж нэрл|гэж хэл|хэлнэ|гэнэ(\s|\.|$)|гэдэг(\s|\.|$)|(^|\s)(бол|нь)\s.*\sюм[.\s]*$|\s[–—-]\s)/u;
const gives = /(учраас|учир(\s|,|$)|тул(\s|,)|болохоор|шалтгаан|улмаас|ингэснээр|ингэхэд)/u;
const lists = /(дараах|хуваагд|ангил|торол|хэсгээс|бурд(эх|эл|сэн)|нэгдугээрт|тогтоно|:$)/u;
const dates = /(\d{3,4}\s*(он|онд|оны)|зуун(д|ы)|эрдэмтэн)/u;
const caption = /^(зураг|хуснэгт|график|схем)\s*\d/u;

/** How well a unit answers: cover of the topic (0..3) and what the kind of question looks for (-2..3). */
export function scoreUnit(unit: QuoteUnit, kind: QuestionKind, topic: WeighedTopic): number {
  const folded = foldMongolian(unit.text);
  let score = 3 * wordCover(topic, unit.text);
  if (caption.test(folded)) score -= 1;
  if (folded.endsWith("?")) score -= 2;
  if (kind === "definition" && defines.test(folded)) score += beginsWith(folded, topic) ? 3 : 1;
  if (kind === "formula" && (unit.kind === "formula" || /[=→]|\$[^$]*=[^$]*\$/u.test(unit.text))) score += 2;
  if (kind === "reason" && gives.test(folded)) score += 1.5;
  if (kind === "list" && (unit.kind === "item" || lists.test(folded))) score += 1;
  if (kind === "person-or-time" && dates.test(folded)) score += 2;
  return score;
}

/** Whether what is asked about stands among the first words: «Эс гэдэг нь …», not «… үүнийг эс гэнэ». */
function beginsWith(folded: string, topic: WeighedTopic): boolean {
  const first = folded.match(/[\p{L}\p{N}]+/gu)?.slice(0, topic.size + 2) ?? [];
  return [...topic.keys()].some((word) => first.some((candidate) => sameWord(word, candidate)));
}
