import type { Ctx, Student } from "../../kernel/index.ts";
import { readingsOf } from "../../kernel/mongolian/index.ts";
import type { SafetyPorts } from "../../safety/index.ts";
import type { Passage } from "../../textbook/schema.ts";
import { answerFromPassages } from "../book-answer/answer-from-passages.ts";
import type { SavedAnswer, SavedExchange } from "../ports.ts";
import type { AnswerEvent, Notice } from "../schema.ts";
import { sentencesOf, showScreened } from "./show-screened.ts";
import { splitSentences } from "./split-sentences.ts";

/** What was found for a question. */
export interface Found {
  /** Best first, at least one. */
  readonly passages: readonly Passage[];
  /** The question that found them: for a follow-up it may hold the thread's last question too. */
  readonly question: string;
  readonly notices: readonly Notice[];
}

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
export function quoteBook(exchange: SavedExchange, { passages, question }: Pick<Found, "passages" | "question">) {
  return answerFromPassages({ readings: readingsOf(question), passages, mode: exchange.mode, locale: exchange.locale });
}
