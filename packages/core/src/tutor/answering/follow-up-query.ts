import { foldMongolian } from "../../kernel/mongolian/index.ts";
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
  const question = withoutMasked(input.question);
  const topics = thread.filter(({ mode }) => mode === "answer").map((exchange) => withoutMasked(exchange.question));
  const last = topics.at(-1);
  if (last === undefined) return [question];
  if (input.mode === "more-detail") return [last];
  const together = `${last} ${question}`;
  const leansBack = pointsBack.test(foldMongolian(question)) || topicWords(question).length <= 1;
  return leansBack ? [together, question] : [question, together];
}

/** «Миний утас [утасны дугаар], эс гэж юу вэ?»: the clause with what was masked is no part of the question, if another is left. */
function withoutMasked(question: string): string {
  const clauses = question.split(/(?<=[,.;!?\n])\s*/u);
  const clean = clauses.filter((clause) => !/\[\p{L}[\p{L}\s-]*\]/u.test(clause)).join(" ");
  return clean.trim() === "" ? question : clean;
}
