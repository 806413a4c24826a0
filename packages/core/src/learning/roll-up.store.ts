import { setTimeout as delay } from "node:timers/promises";
import { Service } from "electrodb";
import { DomainError, type TableHandle, ttlSeconds } from "../kernel/index.ts";
import type { RollUpCounts, RollUpStore } from "./ports.ts";
import { createFoldMarkEntity, createNationRollUpEntity, createSchoolRollUpEntity } from "./roll-up.entity.ts";
import { type InteractionMessage, type Outcome, outcomes } from "./schema.ts";
import { type Counters, outcomeCounter, sumMessages } from "./sum-messages.ts";

const markMs = 30 * 24 * 3_600_000;
/** A transaction holds 100 items: a mark a message, at most a school counter a message, the nation's days. */
const messagesPerTransaction = 40;
const nationShards = 8;
const attempts = 8;

/** Roll-up counters in the single table. */
export function createRollUpStore(table: TableHandle): RollUpStore {
  const entities = {
    mark: createFoldMarkEntity(table),
    school: createSchoolRollUpEntity(table),
    nation: createNationRollUpEntity(table),
  };
  const service = new Service(entities);

  async function foldOnce(messages: readonly InteractionMessage[], nowMs: number): Promise<void> {
    let left = messages;
    for (let attempt = 1; left.length > 0; attempt += 1) {
      const sums = sumMessages(left);
      const shard = Math.floor(Math.random() * nationShards);
      const result = await service.transaction
        .write(({ mark, school, nation }) => [
          ...left.map(({ eventId }) => mark.create({ eventId, ttl: ttlSeconds(nowMs + markMs) }).commit()),
          ...sums.schools.map(({ add, ...key }) => school.upsert(key).add(add).commit()),
          ...sums.nation.map(({ add, day }) => nation.upsert({ day, shard }).add(add).commit()),
        ])
        .go();
      if (!result.canceled) return;
      // A mark that is there already belongs to a message that was counted: leave it out and try again with the rest.
      const reasons: readonly { readonly code: string }[] = result.data;
      left = left.filter((_, index) => reasons[index]?.code !== "ConditionalCheckFailed");
      if (attempt >= attempts) throw new DomainError("unavailable", "learning.busy");
      await delay(10 * 2 ** attempt * Math.random());
    }
  }

  return {
    async fold(messages, nowMs) {
      // One message may be delivered twice in one batch; a transaction refuses two writes of one item.
      const unique = [...new Map(messages.map((message) => [message.eventId, message])).values()];
      for (let start = 0; start < unique.length; start += messagesPerTransaction) {
        await foldOnce(unique.slice(start, start + messagesPerTransaction), nowMs);
      }
    },

    async readSchoolDay(key) {
      const { data } = await entities.school.get(key).go();
      return toCounts(data ? [data] : []);
    },

    async readNationDay({ day }) {
      const { data } = await entities.nation.query.byDay({ day }).go({ pages: "all" });
      return toCounts(data);
    },
  };
}

function toCounts(records: readonly Counters[]): RollUpCounts {
  const sum = (name: keyof Counters) => records.reduce((total, record) => total + (record[name] ?? 0), 0);
  const byOutcome: Partial<Record<Outcome, number>> = {};
  for (const outcome of outcomes) {
    const total = sum(outcomeCounter[outcome]);
    if (total > 0) byOutcome[outcome] = total;
  }
  return {
    questions: sum("questions"),
    byOutcome,
    inputTokens: sum("inputTokens"),
    outputTokens: sum("outputTokens"),
    latencyTotalMs: sum("latencyTotalMs"),
  };
}
