import { setTimeout as delay } from "node:timers/promises";
import { type Entity, Service, type TransactWriteEntity } from "electrodb";
import { DomainError, type TableHandle, ttlSeconds } from "../kernel/index.ts";
import { limitRetryAfterS, limitWindow } from "./chat-limit.ts";
import { createConversationEntity } from "./conversation.entity.ts";
import { createExchangeEntity } from "./exchange.entity.ts";
import { toSavedExchange } from "./exchange-record.ts";
import { createLimitEntity } from "./limit.entity.ts";
import type { Claim, ClaimInput, SavedExchange } from "./ports.ts";
import { packAnswer } from "./pack-answer.ts";
import type { TutorSettings } from "./settings.ts";

const dayMs = 24 * 3_600_000;
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
  };
  const service = new Service(entities);

  return async (input) => {
    const { exchange, limits } = input;
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const result = await service.transaction
        .write(({ exchange: exchanges, conversation, limit }) => [
          putExchange(exchanges, exchange),
          upsertConversation(conversation, input),
          ...(limits ? [takeLimit(limit, exchange, limits)] : []),
        ])
        .go();
      if (!result.canceled) return { kind: "claimed" };

      const reasons: readonly CancellationReason[] = result.data;
      const [byExchange, byConversation, byLimit] = reasons;
      const refused = (reason: CancellationReason | undefined) => reason?.code === "ConditionalCheckFailed";
      // A question that is known is answered from what is saved, whatever else is the matter.
      if (refused(byExchange) && byExchange?.item) {
        const found = toSavedExchange(byExchange.item as Parameters<typeof toSavedExchange>[0]);
        // Our own write, tried again by the client after its answer was lost.
        return found.leaseId === exchange.leaseId ? { kind: "claimed" } : { kind: "known", exchange: found };
      }
      if (refused(byConversation)) return { kind: "no-conversation" };
      if (limits && refused(byLimit)) {
        const used = (byLimit?.item as { total?: number } | null | undefined)?.total ?? 0;
        const window = used >= limits.perDay ? "day" : "minute";
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

function takeLimit(
  entity: Writing<ReturnType<typeof createLimitEntity>>,
  { schoolId, studentId, askedAtMs }: SavedExchange,
  limits: TutorSettings["limits"],
) {
  const { day, minuteAttribute } = limitWindow(askedAtMs);
  const operation = entity
    .upsert({ schoolId, studentId, kind: "chat", day, ttl: ttlSeconds(askedAtMs + 2 * dayMs) })
    .add({ total: 1, minute: 1 })
    .where(
      ({ total, minute }, { notExists, lt }) =>
        `(${notExists(total)} OR ${lt(total, limits.perDay)}) AND (${notExists(minute)} OR ${lt(minute, limits.perMinute)})`,
    )
    .commit({ response: "all_old" });
  nameMinute(operation, minuteAttribute);
  return operation;
}

/** ElectroDB knows attributes by fixed names; the minute's is set in the finished request, where it stands by alias. */
function nameMinute(operation: unknown, minuteAttribute: string): void {
  const { ExpressionAttributeNames: names } = (
    operation as { readonly Update: { readonly ExpressionAttributeNames: Record<string, string> } }
  ).Update;
  for (const [alias, name] of Object.entries(names)) if (name === "minute") names[alias] = minuteAttribute;
}
