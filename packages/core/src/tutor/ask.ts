import { type Ctx, DomainError, requireRole, type Student } from "../kernel/index.ts";
import { screenQuestion, screenThread, type Verdict } from "../safety/index.ts";
import { followExchange, type FollowerPorts } from "./answering/follow-exchange.ts";
import { nameConversation } from "./answering/name-conversation.ts";
import type { Claim, ClaimInput, SavedAnswer, SavedConversation, SavedExchange } from "./ports.ts";
import { type ConcernPorts, raiseConcern } from "./answering/raise-concern.ts";
import { type LedgerPorts, recordViolation } from "./answering/record-violation.ts";
import { doneEvent, replayAnswer } from "./answering/replay-answer.ts";
import { reportInteraction } from "./answering/report-interaction.ts";
import { requireOpenChat } from "./answering/require-open-chat.ts";
import { runExchange } from "./answering/run-exchange.ts";
import type { AnswerEvent, AskInput } from "./schema.ts";
import { searchKey } from "./search-key.ts";
import { tutorSettings } from "./settings.ts";
import { gatherMaterial } from "./answering/write-answer.ts";
import { settleQuestion } from "./answering/settle-question.ts";
import { isLeftToLadder } from "./hints/left-to-ladder.ts";

type AskPorts = FollowerPorts & LedgerPorts & ConcernPorts;

/** Questions, by sound, that a conversation keeps for the search, and how much of each. */
const searchTexts = { most: 30, length: 60 };

/**
 * Asks the tutor one question and streams the answer. Yields only text that was screened. The same `exchangeId` never
 * asks a model twice: it is replayed, waited for, or taken over when its request died.
 *
 * Somebody who needs help gets it whatever is switched off, paused or used up. Before the first event it throws
 * `unavailable` (safety.unavailable, tutor.busy, tutor.ai-off, tutor.no-safeguard, school.access-unknown), `limited`
 * (tutor.too-fast, tutor.day-full, tutor.time-full, tutor.paused; `retryAfterS`), `forbidden` (tutor.locked) and
 * `not-found` (tutor.no-conversation); later failures are `error` events.
 */
export async function* ask(ctx: Ctx<Student, AskPorts>, input: AskInput): AsyncGenerator<AnswerEvent, void> {
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
  // Beside the answer, not before it: the card is on its way while the flag is written. And whatever becomes of the
  // question: a pupil who is paused, over a limit or gone again is flagged alike.
  const concern = raiseConcern(ctx, exchange, verdict);
  try {
    if (verdict.kind === "support" && settled) yield* support(ctx, exchange, settled);
    else yield* answerOpenly(ctx, input, { exchange, settled, verdict });
  } finally {
    await concern;
  }
}

interface Screened {
  readonly exchange: SavedExchange;
  readonly settled: SavedAnswer | undefined;
  readonly verdict: Verdict;
}

/** What is no call for help goes through every gate and limit. */
async function* answerOpenly(
  ctx: Ctx<Student, AskPorts>,
  input: AskInput,
  { exchange, settled: refused, verdict }: Screened,
): AsyncGenerator<AnswerEvent, void> {
  const maskedText = exchange.question;
  await requireOpenChat(ctx);
  const { conversation, thread, policy } = await readThread(ctx, exchange, input.followUp);
  const together = screenThread(maskedText, {
    grade: ctx.actor.grade,
    history: thread.map(({ question }) => question),
  });
  if (verdict.kind === "allow" && together.kind !== "allow") {
    const answer = settleQuestion(together, maskedText, input.locale);
    const concern = raiseConcern(ctx, exchange, together);
    try {
      if (answer && together.kind === "support") return yield* support(ctx, exchange, answer);
      return yield* answerOpenly(ctx, input, { exchange, settled: answer, verdict: together });
    } finally {
      await concern;
    }
  }
  const settled = isLeftToLadder(exchange, verdict, { thread, policy }) ? undefined : refused;
  const title = conversation?.title ?? nameConversation(maskedText);
  // Searching does not wait for the claim: most claims succeed, and the pupil is waiting.
  const material = settled ? undefined : gatherMaterial(ctx, exchange, { thread, policy });
  const claim = await ctx.exchanges.claim({
    ...claimOf(settled ? { ...exchange, answer: settled } : exchange, input.followUp, conversation),
    limits: { ...tutorSettings(ctx).limits, dailyMinutes: tutorSettings(ctx).dailyMinutes },
  });
  switch (claim.kind) {
    case "limited":
    case "paused":
    case "locked":
      throw refusal(claim, ctx.clock.nowMs());
    case "no-conversation":
      throw new DomainError("not-found", "tutor.no-conversation");
    case "known":
      return yield* followExchange(ctx, claim.exchange);
    case "claimed":
      if (material) return yield* runExchange(ctx, exchange, material, title);
      if (settled) yield* giveSettled(ctx, { exchange, answer: settled, verdict, title });
  }
}

interface Settled {
  readonly exchange: SavedExchange;
  readonly answer: SavedAnswer;
  readonly verdict: Verdict;
  readonly title: string;
}

/** A greeting or a refusal: saved already, with its claim. */
async function* giveSettled(
  ctx: Ctx<Student, AskPorts>,
  { exchange, answer, verdict, title }: Settled,
): AsyncGenerator<AnswerEvent, void> {
  yield* replayAnswer(answer);
  await reportInteraction(ctx, exchange, answer, { startedMs: exchange.askedAtMs });
  const step = await recordViolation(ctx, exchange, verdict);
  if (step === "warn") yield { type: "notice", notice: "be-kind" };
  yield doneEvent(exchange, answer, { title, replayed: false });
}

/** The page shows a countdown: `retryAfterS` ends with the minute, the pause, or at midnight in Ulaanbaatar. */
function refusal(claim: Extract<Claim, { kind: "limited" | "paused" | "locked" }>, nowMs: number): DomainError {
  if (claim.kind === "locked") return new DomainError("forbidden", "tutor.locked");
  if (claim.kind === "paused") {
    const retryAfterS = Math.max(1, Math.ceil((claim.untilMs - nowMs) / 1_000));
    return new DomainError("limited", "tutor.paused", { retryAfterS });
  }
  const { retryAfterS } = claim;
  switch (claim.window) {
    case "day":
      return new DomainError("limited", "tutor.day-full", { retryAfterS });
    case "time":
      return new DomainError("limited", "tutor.time-full", { retryAfterS });
    case "minute":
      return new DomainError("limited", "tutor.too-fast", { retryAfterS });
  }
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
  const { classroomId } = ctx.actor;
  if (!followUp) {
    return { conversation: undefined, thread: [], policy: await ctx.hintPolicies.get({ ...exchange, classroomId }) };
  }
  const [{ conversation, hintPolicy: policy }, recent] = await Promise.all([
    ctx.conversations.getWithPolicy({ ...exchange, classroomId }),
    ctx.exchanges.recent(exchange, tutorSettings(ctx).threadExchanges),
  ]);
  // Another pupil's conversation looks exactly like a missing one: no existence leak.
  if (!conversation) throw new DomainError("not-found", "tutor.no-conversation");
  // A retry of a question finds itself among the recent ones.
  return { conversation, policy, thread: recent.filter(({ exchangeId }) => exchangeId !== exchange.exchangeId) };
}
