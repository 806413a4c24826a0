import type { Ctx, Student } from "../../kernel/index.ts";
import { holdsMask, type SafetyPorts } from "../../safety/index.ts";
import type { TextbookPorts } from "../../textbook/index.ts";
import { type ExerciseInHand, exerciseInHand, guideExercise } from "../hints/guide-exercise.ts";
import { answerExercise } from "./answer-exercise.ts";
import { answerWithBook } from "./answer-with-book.ts";
import { answerWithModels } from "./answer-with-models.ts";
import { fixedSentences } from "./fixed-sentences.ts";
import { type AskBack, type Found, searchBooks } from "./search-books.ts";
import type { HintPolicy, SavedAnswer, SavedExchange, TutorPorts } from "../ports.ts";
import type { AnswerEvent, Notice } from "../schema.ts";

export type WriterPorts = Pick<TutorPorts, "models" | "modelBreaker" | "modelBudget" | "tutorSettings"> &
  Pick<TextbookPorts, "passages" | "embeddings"> &
  SafetyPorts;

/** What an answer is written from. */
export interface AnswerMaterial {
  /** Exchanges before this one, oldest first. */
  readonly thread: readonly SavedExchange[];
  /** What the books hold; a search that is under way already. */
  readonly found: Promise<Found | AskBack | undefined>;
  /** The exercise that the thread is in the middle of. */
  readonly inHand: ExerciseInHand | undefined;
  readonly policy: HintPolicy;
}

/** Finds, writes and screens one answer: yields what the pupil may see, returns what is to be saved. */
export async function* writeAnswer(
  ctx: Ctx<Student, WriterPorts>,
  exchange: SavedExchange,
  { thread, found: searching, inHand, policy }: AnswerMaterial,
): AsyncGenerator<AnswerEvent, SavedAnswer> {
  yield { type: "status", status: "searching" };
  const found = await searching;
  // The pupil should know why something of the question looks different now.
  const notices: readonly Notice[] = holdsMask(exchange.question) ? ["private-data-hidden"] : [];
  const material = found && !("askBack" in found) ? found : undefined;
  const isUnclear = found !== undefined && material === undefined && inHand === undefined;
  const passages = material?.passages ?? [];
  const guidance = isUnclear ? undefined : guideExercise(ctx, exchange, { inHand, policy, passages, thread });
  if (guidance) {
    const told = material && { ...material, notices: [...notices, ...material.notices] };
    return yield* answerExercise(ctx, exchange, { guidance, found: told, thread, notices });
  }
  if (!found) return yield* say(exchange, "notInBooks", [...notices, "not-in-books"]);
  if ("askBack" in found) return yield* say(exchange, found.askBack, notices);
  const told = { ...found, notices: [...notices, ...found.notices] };
  return ctx.models.length > 0
    ? yield* answerWithModels(ctx, exchange, told, thread)
    : yield* answerWithBook(ctx, exchange, told, "passages-only");
}

/** Begins to search for an answer's material. Nobody may be waiting for it when it fails: it fails again when it is read. */
export function gatherMaterial(
  ctx: Ctx<Student, WriterPorts>,
  exchange: SavedExchange,
  { thread, policy }: { readonly thread: readonly SavedExchange[]; readonly policy: HintPolicy },
): AnswerMaterial {
  const inHand = exerciseInHand(exchange, thread);
  // «3x = 15» finds nothing in a book: what it is a step of does.
  const found = inHand
    ? searchBooks(ctx, { ...exchange, mode: "answer", question: inHand.before.exercise }, [])
    : searchBooks(ctx, exchange, thread);
  found.catch(() => undefined);
  return { thread, found, inHand, policy };
}

/** A fixed sentence instead of an answer: the books do not hold it, or the pupil must say more. */
async function* say(
  { locale }: SavedExchange,
  sentence: "notInBooks" | AskBack["askBack"],
  notices: readonly Notice[],
): AsyncGenerator<AnswerEvent, SavedAnswer> {
  const text = fixedSentences(locale)[sentence];
  for (const notice of notices) yield { type: "notice", notice };
  yield { type: "delta", text };
  const outcome = sentence === "notInBooks" ? "not-in-books" : "answered";
  return { text, citations: [], notices, outcome, source: "none", categories: [] };
}
