import { setTimeout as delay } from "node:timers/promises";
import { type Ctx, DomainError, type Student } from "../../kernel/index.ts";
import type { SavedExchange, TutorPorts } from "../ports.ts";
import { doneEvent, replayAnswer } from "./replay-answer.ts";
import { requireOpenChat } from "./require-open-chat.ts";
import { runExchange, type RunnerPorts } from "./run-exchange.ts";
import type { AnswerEvent } from "../schema.ts";
import { tutorSettings } from "../settings.ts";
import { gatherMaterial } from "./write-answer.ts";

export type FollowerPorts = RunnerPorts & Pick<TutorPorts, "conversations" | "hintPolicies">;

/**
 * Brings an exchange that exists to its end: replays its answer, waits while another request makes it, or takes it over
 * when that request's lease is over. The model is asked only by whoever holds the lease.
 */
export async function* followExchange(
  ctx: Ctx<Student, FollowerPorts>,
  known: SavedExchange,
): AsyncGenerator<AnswerEvent, void> {
  const conversation = await ctx.conversations.get(known);
  const title = conversation?.title ?? "";
  let exchange: SavedExchange | undefined = known;
  let pauseMs = 150;
  let waiting = false;
  while (exchange) {
    if (exchange.answer) {
      yield* replayAnswer(exchange.answer);
      yield doneEvent(exchange, exchange.answer, { title, replayed: true });
      return;
    }
    const leftMs = exchange.leaseUntilMs - ctx.clock.nowMs();
    if (leftMs <= 0) {
      await requireOpenChat(ctx);
      const mine = await takeOver(ctx, exchange);
      if (mine) {
        const [thread, policy] = await Promise.all([threadBefore(ctx, mine), ctx.hintPolicies.get(ctx.actor)]);
        yield* runExchange(ctx, mine, gatherMaterial(ctx, mine, { thread, policy }), title);
        return;
      }
    } else {
      if (!waiting) yield { type: "status", status: "resuming" };
      waiting = true;
      // Gently: a read costs money, and the answer takes seconds.
      await delay(Math.min(pauseMs, leftMs + 5));
      pauseMs = Math.min(pauseMs * 1.5, 1_500);
    }
    exchange = await ctx.exchanges.get(exchange);
  }
  throw new DomainError("not-found", "tutor.no-exchange");
}

async function takeOver(ctx: Ctx<Student, FollowerPorts>, exchange: SavedExchange): Promise<SavedExchange | undefined> {
  const leaseId = ctx.ids.next("event");
  const leaseUntilMs = ctx.clock.nowMs() + tutorSettings(ctx).leaseMs;
  const taken = await ctx.exchanges.takeOver({ key: exchange, formerLeaseId: exchange.leaseId, leaseId, leaseUntilMs });
  return taken ? { ...exchange, leaseId, leaseUntilMs } : undefined;
}

/** The last exchanges before this one. */
async function threadBefore(
  ctx: Ctx<Student, FollowerPorts>,
  exchange: SavedExchange,
): Promise<readonly SavedExchange[]> {
  const recent = await ctx.exchanges.recent(exchange, tutorSettings(ctx).threadExchanges + 1);
  return recent.filter(
    ({ exchangeId, askedAtMs }) => exchangeId !== exchange.exchangeId && askedAtMs <= exchange.askedAtMs,
  );
}
