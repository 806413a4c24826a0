import { setTimeout as delay } from "node:timers/promises";
import { type Clock, dayInUlaanbaatar, type Log, type SchoolId } from "../../kernel/index.ts";
import type { RollUpStore } from "../../learning/ports.ts";
import type { BudgetLevel, ModelBudget } from "../ports.ts";

/** Shares of a school's budget of the day at which something changes. */
export const budgetSteps = { warned: 0.8, cheapest: 1, passages: 1.2 } as const;

/** How long an instance goes by what it read last, and how long an answer waits for the first reading. */
const freshMs = 60_000;
const patienceMs = 200;

export function budgetLevel(spentMicroUsd: number, budgetMicroUsd: number): BudgetLevel {
  const share = spentMicroUsd / budgetMicroUsd;
  if (share >= budgetSteps.passages) return "passages";
  return share >= budgetSteps.cheapest ? "cheapest" : "all";
}

interface Kept {
  level: BudgetLevel;
  readAtMs: number;
  day: string;
  reading?: Promise<void>;
}

/**
 * What a school's budget of the day (in Ulaanbaatar) still allows, by what the roll-ups counted: one query a school and
 * minute in each instance, and nobody waits for any but the first. While the sum can't be read, the last one holds, and
 * without one everything is allowed: the budget guards money, not children.
 */
export function createModelBudget({
  rollUps,
  clock,
  log,
  budgetMicroUsd,
}: {
  readonly rollUps: Pick<RollUpStore, "readSchoolCost">;
  readonly clock: Clock;
  readonly log: Log;
  /** Of one school and day. */
  readonly budgetMicroUsd: number;
}): ModelBudget {
  const schools = new Map<SchoolId, Kept>();

  async function read(schoolId: SchoolId, kept: Kept): Promise<void> {
    try {
      const spent = await rollUps.readSchoolCost({ schoolId, day: kept.day });
      kept.level = budgetLevel(spent, budgetMicroUsd);
    } catch (error) {
      log.warn("A school's budget could not be read.", { schoolId, error });
    }
    kept.readAtMs = clock.nowMs();
    delete kept.reading;
  }

  return {
    async level(schoolId) {
      const day = dayInUlaanbaatar(clock.nowMs());
      let kept = schools.get(schoolId);
      if (kept?.day !== day) {
        kept = { level: "all", readAtMs: Number.NEGATIVE_INFINITY, day };
        schools.set(schoolId, kept);
      }
      if (clock.nowMs() - kept.readAtMs >= freshMs) kept.reading ??= read(schoolId, kept);
      const isFirst = kept.readAtMs === Number.NEGATIVE_INFINITY;
      if (isFirst) await Promise.race([kept.reading, delay(patienceMs, undefined, { ref: false })]);
      return kept.level;
    },
  };
}
