import type { Ctx, Student } from "../../kernel/index.ts";
import { readingsOf } from "../../kernel/mongolian/index.ts";
import type { SafetyPorts } from "../../safety/index.ts";
import type { Passage } from "../../textbook/schema.ts";
import { answerFromPassages } from "../book-answer/answer-from-passages.ts";
import { answerRequest } from "../book-answer/answer-request.ts";
import { composeGuidance } from "../hints/compose-guidance.ts";
import type { Guidance } from "../hints/guide-exercise.ts";
import type { PassagesAnswer } from "../book-answer/cite-quotes.ts";
import type { SavedAnswer, SavedExchange } from "../ports.ts";
import type { AnswerEvent } from "../schema.ts";
import { citePassage } from "./cite-passage.ts";
import { fixedSentences } from "./fixed-sentences.ts";
import type { Found } from "./search-books.ts";
import { sentencesOf, showScreened } from "./show-screened.ts";
import { splitSentences } from "./split-sentences.ts";

/** The textbook's own sentences, screened like everything else: a PDF may hold anything. */
export async function* answerWithBook(
  ctx: Ctx<Student, SafetyPorts>,
  exchange: SavedExchange,
  found: Found,
  notice: "passages-only" | "model-resting" | undefined,
  guidance?: Guidance,
): AsyncGenerator<AnswerEvent, SavedAnswer> {
  const { text, citations } = quoteBook(exchange, found, guidance);
  // Not a word of the book's: what the ladder says by itself.
  const isQuoted = guidance === undefined || citations.length > 0;
  const notices = [...found.notices, ...(notice === undefined || !isQuoted ? [] : [notice])];
  yield { type: "sources", citations: [...citations] };
  for (const each of notices) yield { type: "notice", notice: each };
  const shown = yield* showScreened(ctx, sentencesOf(splitSentences(text)));
  const answer = { text: shown.text, citations, notices, source: "passages" as const };
  return shown.stoppedFor
    ? { ...answer, card: shown.card ?? "stopped", outcome: "blocked", categories: shown.stoppedFor }
    : { ...answer, outcome: "passages", categories: [] };
}

/**
 * Chooses and cites the sentences of the found passages. A passage that is to be seen as an image is never quoted; where it
 * is the best that was found, the answer leads to its page.
 */
export function quoteBook(
  { mode, locale }: SavedExchange,
  found: Omit<Found, "notices">,
  guidance?: Guidance,
): PassagesAnswer {
  const { question, request, shown } = found;
  const passages = found.passages.filter(({ useImage }) => useImage !== true);
  const pictured = found.passages[0]?.useImage === true ? found.passages[0] : undefined;
  if (guidance !== undefined) return composeGuidance(guidance, { passages, mode, locale });
  if (passages.length === 0) return leadToPage({ text: "", citations: [] }, pictured, locale);
  if (request !== undefined) return answerRequest({ request, question, passages, shown, locale });
  const answer = answerFromPassages({ readings: readingsOf(question), passages, mode, locale });
  return leadToPage(answer, pictured, locale);
}

function leadToPage(
  { text, citations }: PassagesAnswer,
  pictured: Passage | undefined,
  locale: SavedExchange["locale"],
): PassagesAnswer {
  if (pictured === undefined) return { text, citations };
  const number = citations.length + 1;
  const lead = `${fixedSentences(locale).formulaOnPage} [${number}]`;
  return {
    text: [text, lead].filter((part) => part !== "").join("\n\n"),
    citations: [...citations, citePassage(pictured, number)],
  };
}
