import type { Ctx, Student } from "../../kernel/index.ts";
import { soundKey } from "../../kernel/mongolian/index.ts";
import { bucketOf, maxUnansweredChars, questionHash, type UnansweredMessage } from "../../learning/index.ts";
import { holdsMask } from "../../safety/index.ts";
import type { SavedExchange } from "../ports.ts";

/** Words with which people say their names, by sound. */
const introductions = new Set(["нер", "нертеи", "гедег", "овог", "овогтои"].map(soundKey));

/**
 * What is told on of a question that found nothing in the books: its words and about who asked, never who. Undefined for
 * a question that may hold somebody's own affairs: masked data, the pupil's name, an introduction, a long story. What
 * remains is kept only when several pupils asked the same (docs/decisions has the reasons).
 */
export function unansweredMessage(
  ctx: Ctx<Student>,
  exchange: Pick<SavedExchange, "question" | "subject">,
  atMs: number,
): UnansweredMessage | undefined {
  const question = exchange.question.replace(/\s+/gu, " ").trim();
  if (question.length < 2 || question.length > maxUnansweredChars || holdsMask(question)) return undefined;
  const words = wordsOf(question);
  if (words.some((word) => introductions.has(word))) return undefined;
  const names = wordsOf(ctx.actor.name).filter((name) => name.length > 2);
  if (names.some((name) => words.some((word) => word.startsWith(name)))) return undefined;
  const { grade, studentId } = ctx.actor;
  return {
    type: "tutor.found-nothing",
    eventId: ctx.ids.next("event"),
    atMs,
    grade,
    ...(exchange.subject === undefined ? {} : { subject: exchange.subject }),
    question,
    bucket: bucketOf(studentId, questionHash(question)),
  };
}

const wordsOf = (text: string) => (text.match(/[\p{L}\p{M}]+/gu) ?? []).map(soundKey);
