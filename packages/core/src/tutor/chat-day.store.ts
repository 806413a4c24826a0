import { type StudentId, type TableHandle, ttlSeconds } from "../kernel/index.ts";
import { keptDayMs } from "./chat-limit.ts";
import { createLimitEntity } from "./limit.entity.ts";
import type { ChatDay, ChatDayStore } from "./ports.ts";

/** What pupils used of a day, beside the claims that count it. */
export function createChatDayStore(table: TableHandle): ChatDayStore {
  const entity = createLimitEntity(table);
  return {
    async get({ schoolId, studentId }, day) {
      const { data } = await entity.get({ schoolId, studentId, kind: "chat", day }).go();
      return data ? toChatDay(data) : undefined;
    },

    async list({ schoolId, studentIds, day }) {
      if (studentIds.length === 0) return new Map();
      const keys = studentIds.map((studentId) => ({ schoolId, studentId, kind: "chat" as const, day }));
      const { data, unprocessed } = await entity.get(keys).go();
      if (unprocessed.length > 0) throw new Error(`${unprocessed.length} days were not read`);
      return new Map(data.map((item) => [item.studentId as StudentId, toChatDay(item)]));
    },

    async extend({ schoolId, studentId }, { day, questionLimit, slotLimit, nowMs }) {
      await entity
        .upsert({ schoolId, studentId, kind: "chat", day, ttl: ttlSeconds(nowMs + keptDayMs) })
        .set({ questionLimit, slotLimit })
        .go({ response: "none" });
    },
  };
}

interface Item {
  readonly total?: number | undefined;
  readonly slots?: readonly number[] | undefined;
  readonly questionLimit?: number | undefined;
  readonly slotLimit?: number | undefined;
}

function toChatDay({ total = 0, slots = [], questionLimit, slotLimit }: Item): ChatDay {
  return {
    questions: total,
    slots,
    ...(questionLimit === undefined ? {} : { questionLimit }),
    ...(slotLimit === undefined ? {} : { slotLimit }),
  };
}
