import { setTimeout as delay } from "node:timers/promises";
import { Service } from "electrodb";
import { DomainError, type StudentId, type TableHandle, ttlSeconds } from "../kernel/index.ts";
import { createExerciseUseEntity } from "./exercise-use.entity.ts";
import { createBookUseEntity, createSubjectUseEntity } from "./insight.entity.ts";
import type { ExerciseCounts, RollUpCounts, RollUpStore } from "./ports.ts";
import { createFoldMarkEntity, createNationRollUpEntity, createSchoolRollUpEntity } from "./roll-up.entity.ts";
import { type InteractionMessage, type Outcome, outcomes } from "./schema.ts";
import { sumExercises } from "./sum-exercises.ts";
import { type Counters, countedBooks, outcomeCounter, sumMessages } from "./sum-messages.ts";

const markMs = 30 * 24 * 3_600_000;
/** DynamoDB's limit of one transaction. */
const itemsPerTransaction = 100;
const exerciseMs = 180 * 24 * 3_600_000;
const nationShards = 8;
const useShards = 4;
const attempts = 8;

/** Roll-up counters in the single table. */
export function createRollUpStore(table: TableHandle): RollUpStore {
  const entities = {
    mark: createFoldMarkEntity(table),
    school: createSchoolRollUpEntity(table),
    nation: createNationRollUpEntity(table),
    book: createBookUseEntity(table),
    subject: createSubjectUseEntity(table),
    exercise: createExerciseUseEntity(table),
  };
  const service = new Service(entities);

  async function foldOnce(messages: readonly InteractionMessage[], nowMs: number): Promise<void> {
    let left = messages;
    for (let attempt = 1; left.length > 0; attempt += 1) {
      const sums = sumMessages(left);
      const shard = Math.floor(Math.random() * nationShards);
      const useShard = shard % useShards;
      const result = await service.transaction
        .write(({ mark, school, nation, book, subject, exercise }) => [
          ...left.map(({ eventId }) => mark.create({ eventId, ttl: ttlSeconds(nowMs + markMs) }).commit()),
          ...sums.schools.map(({ add, ...key }) => school.upsert(key).add(add).commit()),
          ...sums.nation.map(({ add, day }) => nation.upsert({ day, shard }).add(add).commit()),
          ...sums.books.map(({ add, ...key }) =>
            book
              .upsert({ ...key, shard: useShard })
              .add(add)
              .commit(),
          ),
          ...sums.subjects.map(({ add, ...key }) =>
            subject
              .upsert({ ...key, shard: useShard })
              .add(add)
              .commit(),
          ),
          ...sumExercises(left).map(({ add, ...key }) =>
            exercise
              .upsert({ ...key, ttl: ttlSeconds(nowMs + exerciseMs) })
              .add({ ...add })
              .commit(),
          ),
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
      for (const messagesOfOne of transactionsOf(unique)) await foldOnce(messagesOfOne, nowMs);
    },

    async readSchoolDay(key) {
      const { data } = await entities.school.get(key).go();
      return toCounts(data ? [data] : []);
    },

    async readNationDay({ day }) {
      const { data } = await entities.nation.query.byDay({ day }).go({ pages: "all" });
      return toCounts(data);
    },

    async readSchoolCost({ schoolId, day }) {
      const { data } = await entities.school.query.byDay({ schoolId, day }).go({ pages: "all" });
      return data.reduce((total, { costMicroUsd = 0 }) => total + costMicroUsd, 0);
    },

    async readExerciseUse({ schoolId, classroomId, fromDay, toDay }) {
      const query = entities.exercise.query.byDay({ schoolId, classroomId });
      const { data } = await query.gte({ day: fromDay }).go({ pages: "all" });
      const sums = new Map<StudentId, ExerciseCounts>();
      for (const { studentId, messages = 0, attempts: tries = 0, offloads = 0, solutions = 0, day } of data) {
        if (day > toDay) continue;
        const before = sums.get(studentId as StudentId);
        sums.set(studentId as StudentId, {
          messages: (before?.messages ?? 0) + messages,
          attempts: (before?.attempts ?? 0) + tries,
          offloads: (before?.offloads ?? 0) + offloads,
          solutions: (before?.solutions ?? 0) + solutions,
        });
      }
      return sums;
    },
  };
}

/** A message may need an item of its own in each: its mark, the school's, nation's, subject's and pupil's day, and its books. */
function transactionsOf(messages: readonly InteractionMessage[]): readonly (readonly InteractionMessage[])[] {
  const transactions: InteractionMessage[][] = [];
  let room = 0;
  for (const message of messages) {
    const items = 5 + countedBooks(message.textbookIds).length;
    if (items > room) {
      transactions.push([]);
      room = itemsPerTransaction;
    }
    transactions.at(-1)?.push(message);
    room -= items;
  }
  return transactions;
}

function toCounts(records: readonly Counters[]): RollUpCounts {
  const sum = (name: keyof Counters) => records.reduce((total, record) => total + (record[name] ?? 0), 0);
  const costMicroUsd = sum("costMicroUsd");
  const byOutcome: Partial<Record<Outcome, number>> = {};
  for (const outcome of outcomes) {
    const total = sum(outcomeCounter[outcome]);
    if (total > 0) byOutcome[outcome] = total;
  }
  return {
    questions: sum("questions"),
    night: sum("night"),
    byOutcome,
    inputTokens: sum("inputTokens"),
    outputTokens: sum("outputTokens"),
    ...(costMicroUsd > 0 ? { costMicroUsd } : {}),
    latencyTotalMs: sum("latencyTotalMs"),
  };
}
