import { expect, test } from "vitest";
import { budgetWorld } from "../../../../tests/support/budget-world.ts";
import { tutorActor } from "../../../../tests/support/tutor-actor.ts";
import { systemActor, systemIds } from "../kernel/index.ts";
import { warnBudgets } from "./index.ts";

test("each step of a budget is told once a day, and again the next day", async () => {
  const { ports, raised, clock, spend } = budgetWorld(1_000);
  const schoolId = systemIds.next("school");
  const look = () => warnBudgets({ ...ports, actor: systemActor }, { schoolIds: [schoolId, schoolId] });
  await spend(schoolId, 799);
  await look();
  expect(raised).toEqual([]);
  await spend(schoolId, 1);
  await Promise.all([look(), look()]);
  expect(raised).toEqual([`budget-used warned ${schoolId}`]);
  await spend(schoolId, 500);
  await look();
  expect(raised.slice(1)).toEqual([`budget-used cheapest ${schoolId}`, `budget-used passages ${schoolId}`]);
  clock.advance(24 * 3_600_000);
  await spend(schoolId, 900);
  await look();
  expect(raised.slice(3)).toEqual([`budget-used warned ${schoolId}`]);
});

test("one school's bill is told of no other", async () => {
  const { ports, raised, spend } = budgetWorld(1_000);
  await spend(systemIds.next("school"), 5_000);
  await warnBudgets({ ...ports, actor: systemActor }, { schoolIds: [systemIds.next("school")] });
  expect(raised).toEqual([]);
});

test("without a budget there is nothing to tell", async () => {
  const { ports, raised, spend } = budgetWorld();
  const schoolId = systemIds.next("school");
  await spend(schoolId, 5_000);
  await warnBudgets({ ...ports, budgetMicroUsd: undefined, actor: systemActor }, { schoolIds: [schoolId] });
  expect(raised).toEqual([]);
});

test("is nothing for people", async () => {
  const { ports } = budgetWorld();
  const actor = tutorActor() as never;
  await expect(warnBudgets({ ...ports, actor }, { schoolIds: [] })).rejects.toMatchObject({ kind: "forbidden" });
});
