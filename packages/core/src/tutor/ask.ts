import { type Ctx, DomainError, requireRole, type Student } from "../kernel/index.ts";
import { screenQuestion } from "../safety/index.ts";
import { followExchange, type FollowerPorts } from "./answering/follow-exchange.ts";
import { nameConversation } from "./answering/name-conversation.ts";
import type { Claim, ClaimInput, SavedAnswer, SavedConversation, SavedExchange } from "./ports.ts";
import { doneEvent, replayAnswer } from "./answering/replay-answer.ts";
import { reportInteraction } from "./answering/report-interaction.ts";
import { runExchange } from "./answering/run-exchange.ts";
import type { AnswerEvent, AskInput } from "./schema.ts";
import { searchKey } from "./search-key.ts";
import { tutorSettings } from "./settings.ts";
import { gatherMaterial } from "./answering/write-answer.ts";
import { settleQuestion } from "./answering/settle-question.ts";

/** Questions, by sound, that a conversation keeps for the search, and how much of each. */
const searchTexts = { most: 30, length: 60 };

/**
 * Asks the tutor one question and streams the answer. Yields only text that was screened. The same `exchangeId` never
 * asks a model twice: it is replayed, waited for, or taken over when its request died.
 *
 * Throws `unavailable` (safety.unavailable, tutor.busy), `limited` (tutor.too-fast, tutor.day-full; `retryAfterS`) and
 * `not-found` (tutor.no-conversation) before the first event; later failures are `error` events.
 */
export async function* ask(ctx: Ctx<Student, FollowerPorts>, input: AskInput): AsyncGenerator<AnswerEvent, void> {
  const { schoolId, studentId, grade } = requireRole(ctx.actor, "student");
  const startedMs = ctx.clock.nowMs();
  const { verdict, maskedText } = await screenQuestion(ctx, { text: input.question, grade });
  const exchange: SavedExchange = {
    schoolId,
    studentId,
    conversationId: input.conversationId,
    exchangeId: input.exchangeId,
    askedAtMs: startedMs,
    question: maskedText,
    mode: input.mode,
    locale: input.locale,
    ...(input.subject === undefined ? {} : { subject: input.subject }),
    leaseId: ctx.ids.next("event"),
    leaseUntilMs: startedMs + tutorSettings(ctx).leaseMs,
  };
  const settled = settleQuestion(verdict, maskedText, input.locale);
  if (verdict.kind === "support" && settled) return yield* support(ctx, exchange, settled);

  const { conversation, thread } = await readThread(ctx, exchange, input.followUp);
  const title = conversation?.title ?? nameConversation(maskedText);
  // Searching does not wait for the claim: most claims succeed, and the pupil is waiting.
  const material = settled ? undefined : gatherMaterial(ctx, exchange, thread);
  const claim = await ctx.exchanges.claim({
    ...claimOf(settled ? { ...exchange, answer: settled } : exchange, input.followUp, conversation),
    limits: tutorSettings(ctx).limits,
  });
  switch (claim.kind) {
    case "limited":
      throw limited(claim);
    case "no-conversation":
      throw new DomainError("not-found", "tutor.no-conversation");
    case "known":
      return yield* followExchange(ctx, claim.exchange);
    case "claimed":
      if (material) return yield* runExchange(ctx, exchange, material, title);
      if (settled) yield* giveSettled(ctx, exchange, settled, title);
  }
}

/** A greeting or a refusal: saved already, with its claim. */
async function* giveSettled(
  ctx: Ctx<Student, FollowerPorts>,
  exchange: SavedExchange,
  answer: SavedAnswer,
  title: string,
): AsyncGenerator<AnswerEvent, void> {
  yield* replayAnswer(answer);
  await reportInteraction(ctx, exchange, answer, { startedMs: exchange.askedAtMs });
  yield doneEvent(exchange, answer, { title, replayed: false });
}

/** The page shows a countdown: `retryAfterS` ends with the minute, or at midnight in Ulaanbaatar. */
function limited({ window, retryAfterS }: Extract<Claim, { kind: "limited" }>): DomainError {
  if (window === "day") return new DomainError("limited", "tutor.day-full", { retryAfterS });
  return new DomainError("limited", "tutor.too-fast", { retryAfterS });
}

/** Help first and whatever happens: no limit, no lookup, and a failure to save is only logged. */
async function* support(
  ctx: Ctx<Student, FollowerPorts>,
  exchange: SavedExchange,
  answer: SavedAnswer,
): AsyncGenerator<AnswerEvent, void> {
  yield* replayAnswer(answer);
  const claim = await ctx.exchanges
    .claim(claimOf({ ...exchange, answer }, false))
    .catch((error: unknown) =>
      ctx.log.error("A crisis card was not saved.", { exchangeId: exchange.exchangeId, error }),
    );
  if (claim?.kind === "claimed") await reportInteraction(ctx, exchange, answer, { startedMs: exchange.askedAtMs });
  yield doneEvent(exchange, answer, { title: nameConversation(exchange.question), replayed: false });
}

function claimOf(exchange: SavedExchange, followUp: boolean, conversation?: SavedConversation): ClaimInput {
  const searchText = searchKey(exchange.question).slice(0, searchTexts.length);
  return {
    exchange,
    title: nameConversation(exchange.question),
    followUp,
    ...((conversation?.searchTexts.length ?? 0) < searchTexts.most ? { searchText } : {}),
  };
}

async function readThread(ctx: Ctx<Student, FollowerPorts>, exchange: SavedExchange, followUp: boolean) {
  if (!followUp) return { conversation: undefined, thread: [] };
  const [conversation, recent] = await Promise.all([
    ctx.conversations.get(exchange),
    ctx.exchanges.recent(exchange, tutorSettings(ctx).threadExchanges),
  ]);
  // Another pupil's conversation looks exactly like a missing one: no existence leak.
  if (!conversation) throw new DomainError("not-found", "tutor.no-conversation");
  // A retry of a question finds itself among the recent ones.
  return { conversation, thread: recent.filter(({ exchangeId }) => exchangeId !== exchange.exchangeId) };
}
