import { createHash } from "node:crypto";
import * as z from "zod";
import { type Ctx, DomainError, dayInUlaanbaatar, type SystemActor } from "../kernel/index.ts";
import { defaultInsightSettings } from "./insight-settings.ts";
import type { LearningPorts } from "./ports.ts";
import { InteractionMessage, UnansweredMessage } from "./schema.ts";

const Message = z.discriminatedUnion("type", [InteractionMessage, UnansweredMessage]);

/** One message as a queue delivers it. */
export interface DeliveredInteraction {
  readonly messageId: string;
  /** Parsed JSON, not yet checked. */
  readonly body: unknown;
}

/**
 * Folds a batch of finished interactions, and of questions that found nothing, into roll-ups and appends the raw events to the archive. A repeated message changes
 * no counter; the archive may hold it twice under two keys, readers tell by `eventId`.
 * @returns the messages that must come again: malformed ones (they end among the dead letters), or all when a store is down.
 */
export async function recordInteractions(
  ctx: Ctx<SystemActor, LearningPorts>,
  messages: readonly DeliveredInteraction[],
): Promise<{ readonly failedMessageIds: readonly string[] }> {
  if (ctx.actor.role !== "system") throw new DomainError("forbidden", "account.wrong-role");
  const parsed = messages.map(({ messageId, body }) => ({ messageId, result: Message.safeParse(body) }));
  const malformed = parsed.filter(({ result }) => !result.success).map(({ messageId }) => messageId);
  if (malformed.length > 0) ctx.log.error("Interactions were malformed.", { messageIds: malformed });
  const good = parsed.flatMap(({ messageId, result }) => (result.success ? [{ messageId, event: result.data }] : []));
  const interactions = good.flatMap(({ messageId, event }) =>
    event.type === "tutor.answered" ? [{ messageId, event }] : [],
  );
  // Questions that found nothing are never archived: their words are forgotten unless many asked the same.
  const unanswered = good.flatMap(({ event }) => (event.type === "tutor.found-nothing" ? [event] : []));
  const nowMs = ctx.clock.nowMs();

  try {
    const { minPupils } = { ...defaultInsightSettings, ...ctx.insightSettings };
    await ctx.insights.foldUnanswered(unanswered, { nowMs, minPupils });
    if (interactions.length === 0) return { failedMessageIds: malformed };
    await ctx.rollUps.fold(
      interactions.map(({ event }) => event),
      nowMs,
    );
    // Last, so that a batch that fails half way is archived once, when it comes again.
    await ctx.archive.append({
      key: archiveKey(interactions),
      lines: interactions.map(({ event }) => JSON.stringify(event)),
    });
    return { failedMessageIds: malformed };
  } catch (error) {
    ctx.log.error("Interactions were not recorded.", { count: good.length, error });
    return { failedMessageIds: messages.map(({ messageId }) => messageId) };
  }
}

/** `interactions/2026/11/21/<hash of the batch's message ids>.jsonl`; the day is the first event's, in Ulaanbaatar. */
function archiveKey(batch: readonly { readonly messageId: string; readonly event: InteractionMessage }[]): string {
  const day = dayInUlaanbaatar(Math.min(...batch.map(({ event }) => event.atMs)));
  const ids = batch.map(({ messageId }) => messageId).toSorted();
  const hash = createHash("sha256").update(ids.join("\n")).digest("hex").slice(0, 32);
  return `interactions/${day.replaceAll("-", "/")}/${hash}.jsonl`;
}
