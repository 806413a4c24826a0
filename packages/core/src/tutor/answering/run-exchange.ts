import { type Ctx, DomainError, type Student } from "../../kernel/index.ts";
import type { SchoolPorts } from "../../school/index.ts";
import type { SavedAnswer, SavedExchange, TutorPorts } from "../ports.ts";
import { type ConcernPorts, raiseStopped } from "./raise-concern.ts";
import { doneEvent } from "./replay-answer.ts";
import { requireOpenChat } from "./require-open-chat.ts";
import { type AnswerTimes, reportInteraction } from "./report-interaction.ts";
import type { AnswerEvent } from "../schema.ts";
import { type AnswerMaterial, writeAnswer, type WriterPorts } from "./write-answer.ts";

export type RunnerPorts = WriterPorts &
  Pick<TutorPorts, "exchanges" | "interactions"> &
  Pick<SchoolPorts, "chatGate"> &
  ConcernPorts;

/** Answers an exchange whose lease is ours: writes, saves, reports. Failures become an `error` event, never an exception. */
export async function* runExchange(
  ctx: Ctx<Student, RunnerPorts>,
  exchange: SavedExchange,
  material: AnswerMaterial,
  title: string,
): AsyncGenerator<AnswerEvent, void> {
  const times: AnswerTimes = { startedMs: ctx.clock.nowMs() };
  const { leaseId } = exchange;
  const writing = writeAnswer(ctx, exchange, material);
  let ended = false;
  try {
    let step = await writing.next();
    for (; !step.done; step = await writing.next()) {
      if (step.value.type === "delta") {
        // A kill switch also stops the answers that have begun.
        await requireOpenChat(ctx);
        times.firstTextMs ??= ctx.clock.nowMs();
      }
      yield step.value;
    }
    const answer = step.value;
    await raiseStopped(ctx, exchange, answer);
    // Not ours any more: another request took over and its answer counts, or the pupil deleted the conversation.
    const saved = await ctx.exchanges.complete({ key: exchange, leaseId, answer });
    ended = true;
    if (saved) await reportInteraction(ctx, exchange, answer, times);
    yield doneEvent(exchange, answer, { title, replayed: false });
  } catch (error) {
    ended = true;
    await writing.return(undefined as never);
    yield* fail(ctx, exchange, times, error);
  } finally {
    // Only a caller that stops listening half way comes here with work left: the model must not talk on to nobody.
    if (!ended) await abandon(ctx, exchange, writing);
  }
}

async function abandon(
  ctx: Ctx<Student, RunnerPorts>,
  exchange: SavedExchange,
  writing: AsyncGenerator<AnswerEvent, SavedAnswer>,
): Promise<void> {
  const { exchangeId, leaseId } = exchange;
  ctx.log.warn("An answer was abandoned by its reader.", { exchangeId });
  await writing.return(undefined as never);
  await ctx.exchanges.release({ key: exchange, leaseId });
}

async function* fail(
  ctx: Ctx<Student, RunnerPorts>,
  exchange: SavedExchange,
  times: AnswerTimes,
  error: unknown,
): AsyncGenerator<AnswerEvent, void> {
  const { exchangeId, leaseId } = exchange;
  if (!(error instanceof DomainError)) ctx.log.error("An answer failed.", { exchangeId, error });
  // A retry need not wait for the lease. If even this fails, it waits.
  await ctx.exchanges
    .release({ key: exchange, leaseId })
    .catch((problem: unknown) => ctx.log.error("A lease was not released.", { exchangeId, error: problem }));
  await reportInteraction(ctx, exchange, { outcome: "failed", citations: [], categories: [] }, times);
  const code = error instanceof DomainError ? error.code : "tutor.failed";
  const retryAfterS = error instanceof DomainError ? Number(error.details["retryAfterS"] ?? 5) : 5;
  yield { type: "error", code, retryAfterS };
}
