import type { Ctx, Student } from "../../kernel/index.ts";
import type { SafetyPorts } from "../../safety/index.ts";
import { findPassages, type TextbookPorts } from "../../textbook/index.ts";
import { answerWithBook, type Found } from "./answer-with-book.ts";
import { answerWithModels } from "./answer-with-models.ts";
import { fixedSentences } from "./fixed-sentences.ts";
import { searchQueries } from "./follow-up-query.ts";
import type { SavedAnswer, SavedExchange, TutorPorts } from "../ports.ts";
import type { AnswerEvent } from "../schema.ts";

export type WriterPorts = Pick<TutorPorts, "models" | "tutorSettings"> &
  Pick<TextbookPorts, "passages" | "embeddings"> &
  SafetyPorts;

const passagesWanted = 8;

/** What an answer is written from. */
export interface AnswerMaterial {
  /** Exchanges before this one, oldest first. */
  readonly thread: readonly SavedExchange[];
  /** What the books hold; a search that is under way already. */
  readonly found: Promise<Found | undefined>;
}

/** Finds, writes and screens one answer: yields what the pupil may see, returns what is to be saved. */
export async function* writeAnswer(
  ctx: Ctx<Student, WriterPorts>,
  exchange: SavedExchange,
  { thread, found: searching }: AnswerMaterial,
): AsyncGenerator<AnswerEvent, SavedAnswer> {
  yield { type: "status", status: "searching" };
  const found = await searching;
  if (!found) return yield* notInBooks(exchange);
  return ctx.models.length > 0
    ? yield* answerWithModels(ctx, exchange, found, thread)
    : yield* answerWithBook(ctx, exchange, found, "passages-only");
}

/** Begins to search for an answer's material. Nobody may be waiting for it when it fails: it fails again when it is read. */
export function gatherMaterial(
  ctx: Ctx<Student, WriterPorts>,
  exchange: SavedExchange,
  thread: readonly SavedExchange[],
): AnswerMaterial {
  const found = search(ctx, exchange, thread);
  found.catch(() => undefined);
  return { thread, found };
}

async function search(
  ctx: Ctx<Student, WriterPorts>,
  exchange: SavedExchange,
  thread: readonly SavedExchange[],
): Promise<Found | undefined> {
  const { subject } = exchange;
  for (const question of searchQueries(exchange, thread)) {
    const { hits, relevant, fromLowerGrade } = await findPassages(ctx, {
      question,
      grade: ctx.actor.grade,
      limit: passagesWanted,
      ...(subject === undefined ? {} : { subject }),
    });
    if (!relevant || hits.length === 0) continue;
    return { question, passages: hits.map(({ passage }) => passage), notices: fromLowerGrade ? ["lower-grade"] : [] };
  }
  return undefined;
}

async function* notInBooks(exchange: SavedExchange): AsyncGenerator<AnswerEvent, SavedAnswer> {
  const text = fixedSentences(exchange.locale).notInBooks;
  yield { type: "notice", notice: "not-in-books" };
  yield { type: "delta", text };
  return { text, citations: [], notices: ["not-in-books"], outcome: "not-in-books", source: "none", categories: [] };
}
