import { happened, type TableHandle, ttlSeconds } from "../../kernel/index.ts";
import type { BudgetNoticeStore } from "../ports.ts";
import { createBudgetNoticeEntity } from "./budget-notice.entity.ts";

const keptMs = 7 * 24 * 3_600_000;

export function createBudgetNoticeStore(table: TableHandle): BudgetNoticeStore {
  const entity = createBudgetNoticeEntity(table);
  return {
    mark: ({ schoolId, day, step }, nowMs) =>
      happened(entity.create({ schoolId, day, step, ttl: ttlSeconds(nowMs + keptMs) }).go()),
  };
}
