import type { Ctx, Student } from "../../kernel/index.ts";
import { readingsOf } from "../../kernel/mongolian/index.ts";
import type { SafetyPorts } from "../../safety/index.ts";
import { answerFromPassages } from "../book-answer/answer-from-passages.ts";
import { answerRequest } from "../book-answer/answer-request.ts";
import type { PassagesAnswer } from "../book-answer/cite-quotes.ts";
import type { SavedAnswer, SavedExchange } from "../ports.ts";
import type { AnswerEvent } from "../schema.ts";
import type { Found } from "./search-books.ts";
import { sentencesOf, showScreened } from "./show-screened.ts";
import { splitSentences } from "./split-sentences.ts";

/** The textbook's own sentences, screened like everything else: a PDF may hold anything. */
export async function* answerWithBook(
  ctx: Ctx<Student, SafetyPorts>,
  exchange: SavedExchange,
  found: Found,
  notice: "passages-only" | "model-resting",
): AsyncGenerator<AnswerEvent, SavedAnswer> {
  const { text, citations } = quoteBook(exchange, found);
  const notices = [...found.notices, notice];
  yield { type: "sources", citations: [...citations] };
  for (const each of notices) yield { type: "notice", notice: each };
  const shown = yield* showScreened(ctx, sentencesOf(splitSentences(text)));
  const answer = { text: shown.text, citations, notices, source: "passages" as const };
  return shown.stoppedFor
    ? { ...answer, card: "stopped", outcome: "blocked", categories: shown.stoppedFor }
    : { ...answer, outcome: "passages", categories: [] };
}

/** Chooses and cites the sentences of the found passages. */
export function quoteBook({ mode, locale }: SavedExchange, found: Omit<Found, "notices">): PassagesAnswer {
  const { passages, question, request, shown } = found;
  if (request !== undefined) return answerRequest({ request, question, passages, shown, locale });
  return answerFromPassages({ readings: readingsOf(question), passages, mode, locale });
}
