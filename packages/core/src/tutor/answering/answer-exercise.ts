import type { Ctx, Student } from "../../kernel/index.ts";
import type { SafetyPorts } from "../../safety/index.ts";
import { composeGuidance } from "../hints/compose-guidance.ts";
import type { Guidance } from "../hints/guide-exercise.ts";
import type { SavedAnswer, SavedExchange } from "../ports.ts";
import type { AnswerEvent, Notice } from "../schema.ts";
import { answerWithBook } from "./answer-with-book.ts";
import { answerWithModels, type ModelAnswerPorts } from "./answer-with-models.ts";
import type { Found } from "./search-books.ts";
import { sentencesOf, showScreened } from "./show-screened.ts";
import { splitSentences } from "./split-sentences.ts";

/** Rungs on which there is nothing to be said but what the code says: no model is asked, or paid. */
const saidByCode: ReadonlySet<string> = new Set(["refused", "attempt-asked"]);

/** Helps with an exercise as far as the ladder allows, and keeps where it stands now. */
export async function* answerExercise(
  ctx: Ctx<Student, ModelAnswerPorts>,
  exchange: SavedExchange,
  {
    guidance,
    found,
    thread,
    notices,
  }: {
    readonly guidance: Guidance;
    /** Undefined where the books hold nothing about it. */
    readonly found: Found | undefined;
    readonly thread: readonly SavedExchange[];
    readonly notices: readonly Notice[];
  },
): AsyncGenerator<AnswerEvent, SavedAnswer> {
  const hint = guidance.state;
  if (found === undefined) return { ...(yield* sayRung(ctx, exchange, guidance, notices)), hint };
  if (ctx.models.length > 0 && !saidByCode.has(hint.step)) {
    return { ...(yield* answerWithModels(ctx, exchange, found, thread, guidance)), hint };
  }
  const isPlain = ctx.models.length > 0;
  return { ...(yield* answerWithBook(ctx, exchange, found, isPlain ? undefined : "passages-only", guidance)), hint };
}

async function* sayRung(
  ctx: Ctx<Student, SafetyPorts>,
  { mode, locale }: SavedExchange,
  guidance: Guidance,
  notices: readonly Notice[],
): AsyncGenerator<AnswerEvent, SavedAnswer> {
  for (const notice of notices) yield { type: "notice", notice };
  const { text } = composeGuidance(guidance, { passages: [], mode, locale });
  const shown = yield* showScreened(ctx, sentencesOf(splitSentences(text)));
  const answer = { text: shown.text, citations: [], notices, source: "none" as const };
  return shown.stoppedFor
    ? { ...answer, card: shown.card ?? "stopped", outcome: "blocked", categories: shown.stoppedFor }
    : { ...answer, outcome: "answered", categories: [] };
}
