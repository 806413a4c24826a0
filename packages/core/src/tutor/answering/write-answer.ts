import type { Ctx, Student } from "../../kernel/index.ts";
import { holdsMask, type SafetyPorts } from "../../safety/index.ts";
import type { TextbookPorts } from "../../textbook/index.ts";
import { answerWithBook } from "./answer-with-book.ts";
import { answerWithModels } from "./answer-with-models.ts";
import { fixedSentences } from "./fixed-sentences.ts";
import { type AskBack, type Found, searchBooks } from "./search-books.ts";
import type { SavedAnswer, SavedExchange, TutorPorts } from "../ports.ts";
import type { AnswerEvent, Notice } from "../schema.ts";

export type WriterPorts = Pick<TutorPorts, "models" | "tutorSettings"> &
  Pick<TextbookPorts, "passages" | "embeddings"> &
  SafetyPorts;

/** What an answer is written from. */
export interface AnswerMaterial {
  /** Exchanges before this one, oldest first. */
  readonly thread: readonly SavedExchange[];
  /** What the books hold; a search that is under way already. */
  readonly found: Promise<Found | AskBack | undefined>;
}

/** Finds, writes and screens one answer: yields what the pupil may see, returns what is to be saved. */
export async function* writeAnswer(
  ctx: Ctx<Student, WriterPorts>,
  exchange: SavedExchange,
  { thread, found: searching }: AnswerMaterial,
): AsyncGenerator<AnswerEvent, SavedAnswer> {
  yield { type: "status", status: "searching" };
  const found = await searching;
  // The pupil should know why something of the question looks different now.
  const notices: readonly Notice[] = holdsMask(exchange.question) ? ["private-data-hidden"] : [];
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
  thread: readonly SavedExchange[],
): AnswerMaterial {
  const found = searchBooks(ctx, exchange, thread);
  found.catch(() => undefined);
  return { thread, found };
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
