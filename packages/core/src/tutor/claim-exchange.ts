import { setTimeout as delay } from "node:timers/promises";
import { type Entity, Service, type TransactWriteEntity } from "electrodb";
import { DomainError, type TableHandle, ttlSeconds } from "../kernel/index.ts";
import { slotMinutes, slotOf } from "./activity.ts";
import { keptDayMs, limitRetryAfterS, limitWindow } from "./chat-limit.ts";
import { createConversationEntity } from "./conversation.entity.ts";
import { createExchangeEntity } from "./exchange.entity.ts";
import { toSavedExchange } from "./exchange-record.ts";
import { createLimitEntity } from "./limit.entity.ts";
import type { Claim, ClaimInput, SavedExchange } from "./ports.ts";
import { packAnswer } from "./pack-answer.ts";
import { createStandingEntity } from "./standing.entity.ts";

type Limits = NonNullable<ClaimInput["limits"]>;

/** Two requests met on one item, or the partition was too hot: nothing was written, so trying again is safe. */
const passing = new Set([
  "TransactionConflict",
  "ThrottlingError",
  "ProvisionedThroughputExceeded",
  "RequestLimitExceeded",
]);
const attempts = 7;

interface CancellationReason {
  readonly code: string;
  /** As it stood, for guards that asked for it. */
  readonly item: unknown;
}

/** Builds {@link ExchangeStore.claim}: one transaction whose cancellation says which of its guards refused. */
export function createClaim(table: TableHandle): (input: ClaimInput) => Promise<Claim> {
  const entities = {
    exchange: createExchangeEntity(table),
    conversation: createConversationEntity(table),
    limit: createLimitEntity(table),
    standing: createStandingEntity(table),
  };
  const service = new Service(entities);

  return async (input) => {
    const { exchange, limits } = input;
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const result = await service.transaction
        .write(({ exchange: exchanges, conversation, limit, standing }) => [
          putExchange(exchanges, exchange),
          upsertConversation(conversation, input),
          ...(limits ? [takeLimit(limit, exchange, limits), checkStanding(standing, exchange)] : []),
        ])
        .go();
      if (!result.canceled) return { kind: "claimed" };

      const reasons: readonly CancellationReason[] = result.data;
      const [byExchange, byConversation, byLimit, byStanding] = reasons;
      const refused = (reason: CancellationReason | undefined) => reason?.code === "ConditionalCheckFailed";
      // A question that is known is answered from what is saved, whatever else is the matter.
      if (refused(byExchange) && byExchange?.item) {
        const found = toSavedExchange(byExchange.item as Parameters<typeof toSavedExchange>[0]);
        // Our own write, tried again by the client after its answer was lost.
        return found.leaseId === exchange.leaseId ? { kind: "claimed" } : { kind: "known", exchange: found };
      }
      if (refused(byConversation)) return { kind: "no-conversation" };
      if (refused(byStanding)) return heldBack(byStanding?.item);
      if (limits && refused(byLimit)) {
        const window = fullWindow(byLimit?.item, limits, exchange.askedAtMs);
        return { kind: "limited", window, retryAfterS: limitRetryAfterS(window, exchange.askedAtMs) };
      }
      const codes = reasons.map(({ code }) => code).filter((code) => code !== "None");
      if (!codes.every((code) => passing.has(code))) {
        throw new Error(`A claim was cancelled: ${codes.join(", ")}`);
      }
      await delay(20 * 2 ** attempt * (0.5 + Math.random()));
    }
    throw new DomainError("unavailable", "tutor.busy", { retryAfterS: 2 });
  };
}

/** An entity as it stands inside a transaction. */
type Writing<E> = E extends Entity<infer A, infer F, infer C, infer S> ? TransactWriteEntity<A, F, C, S> : never;

function putExchange(entity: Writing<ReturnType<typeof createExchangeEntity>>, exchange: SavedExchange) {
  const { answer, ...rest } = exchange;
  return entity
    .put({ ...rest, ...(answer ? { answer: packAnswer(answer) } : {}) })
    .where(({ exchangeId }, { notExists }) => notExists(exchangeId))
    .commit({ response: "all_old" });
}

function upsertConversation(entity: Writing<ReturnType<typeof createConversationEntity>>, input: ClaimInput) {
  const { schoolId, studentId, conversationId, askedAtMs } = input.exchange;
  return entity
    .upsert({ schoolId, studentId, conversationId, lastAskedAtMs: askedAtMs })
    .ifNotExists({ title: input.title })
    .add({ exchangeCount: 1 })
    .append(input.searchText === undefined ? {} : { searchTexts: [input.searchText] })
    .where((attributes, { exists, notExists }) => {
      const alive = notExists(attributes.deletedAtMs);
      return input.followUp ? `${exists(attributes.conversationId)} AND ${alive}` : alive;
    })
    .commit();
}

const slotsAllowed = ({ dailyMinutes }: Limits) => Math.ceil(dailyMinutes / slotMinutes);

/** Counts the question and its five minutes; what an adult allowed for this day stands before the settings. */
function takeLimit(
  entity: Writing<ReturnType<typeof createLimitEntity>>,
  { schoolId, studentId, askedAtMs }: SavedExchange,
  limits: Limits,
) {
  const { day, minuteAttribute } = limitWindow(askedAtMs);
  const slot = slotOf(askedAtMs);
  const operation = entity
    .upsert({ schoolId, studentId, kind: "chat", day, ttl: ttlSeconds(askedAtMs + keptDayMs) })
    .add({ total: 1, minute: 1, slots: [slot] })
    .where((at, { name, value, size, exists, notExists, lt }) => {
      const total = name(at.total);
      const used = size(at.slots);
      return [
        `(${notExists(at.minute)} OR ${lt(at.minute, limits.perMinute)})`,
        `(${notExists(at.total)} OR (${notExists(at.questionLimit)} AND ${lt(at.total, limits.perDay)})` +
          ` OR (${exists(at.questionLimit)} AND ${total} < ${name(at.questionLimit)}))`,
        // The step of five minutes that has begun may be used to its end.
        `(${notExists(at.slots)} OR contains(${name(at.slots)}, ${value(at.total, slot)})` +
          ` OR (${notExists(at.slotLimit)} AND ${used} < ${value(at.slotLimit, slotsAllowed(limits))})` +
          ` OR (${exists(at.slotLimit)} AND ${used} < ${name(at.slotLimit)}))`,
      ].join(" AND ");
    })
    .commit({ response: "all_old" });
  nameMinute(operation, minuteAttribute);
  return operation;
}

/** A pause is over by itself; a lock is not. A pupil without a standing may chat. */
function checkStanding(
  entity: Writing<ReturnType<typeof createStandingEntity>>,
  { schoolId, studentId, askedAtMs }: SavedExchange,
) {
  return entity
    .check({ schoolId, studentId })
    .where(
      ({ lockedAtMs, pausedUntilMs }, { notExists, lte }) =>
        `${notExists(lockedAtMs)} AND (${notExists(pausedUntilMs)} OR ${lte(pausedUntilMs, askedAtMs)})`,
    )
    .commit({ response: "all_old" });
}

function heldBack(item: unknown): Claim {
  const { pausedUntilMs, lockedAtMs } = (item ?? {}) as { pausedUntilMs?: number; lockedAtMs?: number };
  if (lockedAtMs !== undefined || pausedUntilMs === undefined) return { kind: "locked" };
  return { kind: "paused", untilMs: pausedUntilMs };
}

/** Which limit refused, by the day as it stood: its questions, its time, or the minute. */
function fullWindow(item: unknown, limits: Limits, askedAtMs: number): "minute" | "day" | "time" {
  const { total = 0, slots = [], questionLimit, slotLimit } = (item ?? {}) as Partial<ChatDayItem>;
  if (total >= (questionLimit ?? limits.perDay)) return "day";
  const used = new Set(slots);
  return used.size >= (slotLimit ?? slotsAllowed(limits)) && !used.has(slotOf(askedAtMs)) ? "time" : "minute";
}

interface ChatDayItem {
  readonly total: number;
  readonly slots: Iterable<number>;
  readonly questionLimit: number;
  readonly slotLimit: number;
}

/** ElectroDB knows attributes by fixed names; the minute's is set in the finished request, where it stands by alias. */
function nameMinute(operation: unknown, minuteAttribute: string): void {
  const { ExpressionAttributeNames: names } = (
    operation as { readonly Update: { readonly ExpressionAttributeNames: Record<string, string> } }
  ).Update;
  for (const [alias, name] of Object.entries(names)) if (name === "minute") names[alias] = minuteAttribute;
}
