import type { Ctx, Student } from "../../kernel/index.ts";
import type { InteractionMessage } from "../../learning/schema.ts";
import type { HintState } from "../hints/hint-level.ts";
import type { SavedAnswer, SavedExchange, TutorPorts } from "../ports.ts";
import { unansweredMessage } from "./unanswered-message.ts";

/** Times of one answer, milliseconds since 1970. */
export interface AnswerTimes {
  readonly startedMs: number;
  firstTextMs?: number;
}

/** Tells analytics about one handled question. The answer is saved already, so a failure is logged and shown to nobody. */
export async function reportInteraction(
  ctx: Ctx<Student, Pick<TutorPorts, "interactions" | "variants">>,
  exchange: SavedExchange,
  answer: Pick<SavedAnswer, "outcome" | "citations" | "categories" | "model" | "usage" | "hint">,
  times: AnswerTimes,
): Promise<void> {
  const { schoolId, studentId, classroomId, grade } = ctx.actor;
  const { conversationId, exchangeId } = exchange;
  const subject = exchange.subject ?? answer.citations[0]?.subject;
  const atMs = ctx.clock.nowMs();
  try {
    const unanswered = answer.outcome === "not-in-books" ? unansweredMessage(ctx, exchange, atMs) : undefined;
    if (unanswered) await ctx.interactions.send(unanswered);
    await ctx.interactions.send({
      type: "tutor.answered",
      eventId: ctx.ids.next("event"),
      atMs,
      schoolId,
      classroomId,
      studentId,
      conversationId,
      exchangeId,
      grade,
      ...(subject === undefined ? {} : { subject }),
      outcome: answer.outcome,
      ...(answer.model === undefined ? {} : { model: answer.model }),
      latencyMs: Math.max(0, atMs - times.startedMs),
      ...(times.firstTextMs === undefined ? {} : { firstTokenMs: Math.max(0, times.firstTextMs - times.startedMs) }),
      inputTokens: answer.usage?.inputTokens ?? 0,
      outputTokens: answer.usage?.outputTokens ?? 0,
      ...(answer.usage?.costMicroUsd === undefined ? {} : { costMicroUsd: answer.usage.costMicroUsd }),
      textbookIds: [...new Set(answer.citations.map(({ textbookId }) => textbookId))],
      categories: [...answer.categories],
      ...(Object.keys(ctx.variants ?? {}).length === 0 ? {} : { variants: { ...ctx.variants } }),
      ...(answer.hint === undefined ? {} : { help: helpOf(answer.hint) }),
    });
  } catch (error) {
    ctx.log.error("An interaction was not sent.", { exchangeId, error });
  }
}

function helpOf({ level, step, attempt, offloading }: HintState): NonNullable<InteractionMessage["help"]> {
  return { level, step, attempt, ...(offloading === undefined ? {} : { offloading }) };
}
