import { describe, expect, test } from "vitest";
import { testClock } from "../../../../../tests/support/school-world.ts";
import { silentLog, systemIds } from "../../kernel/index.ts";
import { budgetLevel, createModelBudget } from "./model-budget.ts";

test.each([
  [0, "all"],
  [99, "all"],
  [100, "cheapest"],
  [119, "cheapest"],
  [120, "passages"],
  [9_999, "passages"],
] as const)("%i of 100 leaves %s", (spent, level) => {
  expect(budgetLevel(spent, 100)).toBe(level);
});

describe("a school's budget", () => {
  const schoolId = systemIds.next("school");
  function budget(read: () => Promise<number>) {
    const clock = testClock(Date.UTC(2026, 10, 21, 4));
    const days: string[] = [];
    const rollUps = {
      readSchoolCost: ({ day }: { readonly day: string }) => {
        days.push(day);
        return read();
      },
    };
    return { clock, days, budget: createModelBudget({ rollUps, clock, log: silentLog, budgetMicroUsd: 100 }) };
  }

  test("is read once a minute, however many ask, and nobody waits but the first", async () => {
    let spent = 10;
    const { clock, days, budget: port } = budget(async () => spent);
    await Promise.all(Array.from({ length: 20 }, () => port.level(schoolId)));
    expect(days).toEqual(["2026-11-21"]);
    spent = 150;
    clock.advance(60_000);
    expect(await port.level(schoolId)).toBe("all");
    await expect.poll(() => port.level(schoolId)).toBe("passages");
    expect(days).toHaveLength(2);
  });

  test("begins anew at midnight in Ulaanbaatar", async () => {
    let spent = 150;
    const { clock, days, budget: port } = budget(async () => spent);
    expect(await port.level(schoolId)).toBe("passages");
    spent = 0;
    clock.advance(12 * 3_600_000);
    expect(await port.level(schoolId)).toBe("all");
    expect(days).toEqual(["2026-11-21", "2026-11-22"]);
  });

  test("that can't be read allows everything, and keeps what it knew", async () => {
    const { budget: unknown } = budget(() => Promise.reject(new Error("down")));
    expect(await unknown.level(schoolId)).toBe("all");
    let works = true;
    const { clock, budget: known } = budget(() => (works ? Promise.resolve(110) : Promise.reject(new Error("down"))));
    expect(await known.level(schoolId)).toBe("cheapest");
    works = false;
    clock.advance(60_000);
    await known.level(schoolId);
    expect(await known.level(schoolId)).toBe("cheapest");
  });

  test("that hangs holds up an answer for a moment only", async () => {
    const { budget: port } = budget(() => new Promise(() => undefined));
    const startedMs = performance.now();
    expect(await port.level(schoolId)).toBe("all");
    expect(performance.now() - startedMs).toBeLessThan(1_000);
  });
});
