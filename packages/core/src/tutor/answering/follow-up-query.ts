import { foldMongolian } from "../../kernel/mongolian/fold-mongolian.ts";
import type { SavedExchange } from "../ports.ts";
import { topicWords } from "../book-answer/word-match.ts";

/** Words that point back into the thread, folded: this, that, its, why, example, again. */
const pointsBack =
  /(^|\s)(энэ|энийг|уунийг|ууний|уунд|уунээс|тэр|тэрийг|тууний|туунийг|тэгвэл|тэгээд|эдгээр\p{L}*|тэдгээр\p{L}*|яагаад|жишээ|дахин|цааш|одоо|эхний|хоёр дахь|сулийн|дээрх|дэлгэрэнгуй|ene|uun\p{L}*|ter|tuunii|yagaad|jishee|dahin|delgerengui)(\s|\?|$)/u;

/** Questions that search is given in turn until one finds something relevant: the thread's topic belongs to a short follow-up. */
export function searchQueries(
  input: { readonly question: string; readonly mode: "answer" | "more-detail" },
  thread: readonly SavedExchange[],
): readonly string[] {
  const topics = thread.filter(({ mode }) => mode === "answer").map(({ question }) => question);
  const last = topics.at(-1);
  if (last === undefined) return [input.question];
  if (input.mode === "more-detail") return [last];
  const together = `${last} ${input.question}`;
  const leansBack = pointsBack.test(foldMongolian(input.question)) || topicWords(input.question).length <= 1;
  return leansBack ? [together, input.question] : [input.question, together];
}
