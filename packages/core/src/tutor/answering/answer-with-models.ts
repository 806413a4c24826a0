import type { Ctx, Student } from "../../kernel/index.ts";
import type { SafetyPorts } from "../../safety/index.ts";
import type { Citation, Passage } from "../../textbook/schema.ts";
import { exerciseInstructions } from "../hints/exercise-instructions.ts";
import type { Guidance } from "../hints/guide-exercise.ts";
import { holdBack } from "../hints/hold-back.ts";
import { ladderWords } from "../hints/ladder-words.ts";
import { answerRequest } from "../book-answer/answer-request.ts";
import { answerWithBook, quoteBook } from "./answer-with-book.ts";
import { citedOnly, citePassage } from "./cite-passage.ts";
import { composePrompt } from "./compose-prompt.ts";
import { fixedSentences } from "./fixed-sentences.ts";
import { cheapestOf } from "../model-chain/model-price.ts";
import { createUsageMeter, type UsageMeter } from "../model-chain/usage-meter.ts";
import type { SavedAnswer, SavedExchange, TutorPorts } from "../ports.ts";
import type { AnswerEvent } from "../schema.ts";
import { tutorSettings } from "../settings.ts";
import type { Found } from "./search-books.ts";
import { sentencesOf, showScreened } from "./show-screened.ts";
import { splitSentences } from "./split-sentences.ts";
import { streamModels } from "./stream-models.ts";

const passagesInPrompt = 5;

export type ModelAnswerPorts = Pick<TutorPorts, "models" | "modelBreaker" | "modelBudget" | "tutorSettings"> &
  SafetyPorts;

/**
 * A model's answer; when no model speaks, the book's own sentences, and when one falls silent half way, the rest from the book.
 * What the models took is kept with it whatever became of the answer. A school that used up its budget of the day gets the
 * cheapest model, then the book: never a refusal.
 */
export async function* answerWithModels(
  ctx: Ctx<Student, ModelAnswerPorts>,
  exchange: SavedExchange,
  found: Found,
  thread: readonly SavedExchange[],
  guidance?: Guidance,
): AsyncGenerator<AnswerEvent, SavedAnswer> {
  const level = (await ctx.modelBudget?.level(ctx.actor.schoolId)) ?? "all";
  if (level === "passages") return yield* answerWithBook(ctx, exchange, found, "model-resting", guidance);
  const meter = createUsageMeter();
  const models = level === "cheapest" ? cheapestOf(ctx.models) : ctx.models;
  const answer = yield* answerByModels({ ...ctx, models }, exchange, found, { thread, guidance, meter });
  const usage = meter.total();
  return usage === undefined ? answer : { ...answer, usage };
}

interface AnswerParts {
  readonly thread: readonly SavedExchange[];
  readonly guidance: Guidance | undefined;
  readonly meter: UsageMeter;
}

async function* answerByModels(
  ctx: Ctx<Student, ModelAnswerPorts>,
  exchange: SavedExchange,
  found: Found,
  { thread, guidance, meter }: AnswerParts,
): AsyncGenerator<AnswerEvent, SavedAnswer> {
  const settings = tutorSettings(ctx);
  const passages = forPrompt(found);
  const citations = passages.map((passage, index) => citePassage(passage, index + 1));
  yield { type: "sources", citations };
  for (const notice of found.notices) yield { type: "notice", notice };
  yield { type: "status", status: "thinking" };

  const { grade } = ctx.actor;
  const { question, mode, locale } = exchange;
  const history = thread.slice(-settings.historyExchanges).flatMap(readAsHistory);
  const instructions = guidance === undefined ? {} : { exercise: exerciseInstructions(guidance) };
  const sentences = streamModels({
    models: ctx.models,
    messages: composePrompt({ question, grade, mode, passages, history, ...instructions }),
    maxOutputTokens: settings.maxOutputTokens[mode],
    timeoutMs: settings.answerTimeoutMs,
    log: ctx.log,
    breaker: ctx.modelBreaker,
    meter,
  });
  const shown = yield* showScreened(ctx, guidance ? holdBack(sentences, guidance) : sentences);
  const answer = { source: "model" as const, text: shown.text, citations: citedOnly(shown.text, citations) };
  if (!shown.end) {
    const categories = shown.stoppedFor ?? [];
    return { ...answer, notices: found.notices, card: shown.card ?? "stopped", outcome: "blocked", categories };
  }
  if (shown.end.kind === "none") return yield* answerWithBook(ctx, exchange, found, "model-resting", guidance);
  if (shown.end.kind === "held-back") {
    // What the code may say on this rung takes the place of what the model was about to say.
    const held =
      guidance && shown.text === ""
        ? quoteBook(exchange, { ...found, passages }, guidance).text
        : ladderWords(locale).heldBack;
    const added = yield* showScreened(ctx, sentencesOf(splitSentences(shown.text === "" ? held : `\n\n${held}`)));
    const text = shown.text + added.text;
    return {
      ...answer,
      text,
      citations: citedOnly(text, citations),
      notices: found.notices,
      outcome: "answered",
      categories: ["cheating"],
    };
  }
  const { kind, model } = shown.end;
  if (kind === "complete") {
    return { ...answer, model, notices: found.notices, outcome: "answered", categories: [] };
  }

  yield { type: "notice", notice: "model-resting" };
  const book = quoteBook(exchange, { ...found, passages }, guidance);
  const rest = `\n\n${fixedSentences(locale).bookGoesOn}\n\n${renumber(book.text, book.citations, citations)}`;
  const added = yield* showScreened(ctx, sentencesOf(splitSentences(rest)));
  const text = shown.text + added.text;
  return {
    source: "model",
    model,
    text,
    citations: citedOnly(text, citations),
    notices: [...found.notices, "model-resting"],
    ...(added.stoppedFor ? { card: added.card ?? ("stopped" as const) } : {}),
    outcome: added.stoppedFor ? "blocked" : "answered",
    categories: added.stoppedFor ?? [],
  };
}

/** The best passages; for a request the ones that the book's own answer would quote come first. */
function forPrompt({ passages, question, request, shown }: Found): readonly Passage[] {
  if (request === undefined) return passages.slice(0, passagesInPrompt);
  const { citations } = answerRequest({ request, question, passages, shown, locale: "mn" });
  const isQuoted = ({ passageId }: Passage) => citations.some((citation) => citation.passageId === passageId);
  const rest = passages.filter((passage) => !isQuoted(passage));
  return [...passages.filter(isQuoted), ...rest].slice(0, passagesInPrompt);
}

/** The thread as the pupil saw it: an answer that was stopped counts as far as it was shown. */
function readAsHistory({ question, answer, stoppedAt }: SavedExchange) {
  return answer?.text ? [{ question, answer: answer.text.slice(0, stoppedAt ?? answer.text.length) }] : [];
}

/** Numbers of one list of citations in terms of another that holds the same passages. */
function renumber(text: string, from: readonly Citation[], to: readonly Citation[]): string {
  return text.replace(/\[(\d+)\]/gu, (mark, number: string) => {
    const cited = from.find((citation) => citation.number === Number(number));
    return `[${to.find(({ passageId }) => passageId === cited?.passageId)?.number ?? mark.slice(1, -1)}]`;
  });
}
