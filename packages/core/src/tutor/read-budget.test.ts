import { describe, expect, test } from "vitest";
import { budgetWorld } from "../../../../tests/support/budget-world.ts";
import { tutorActor } from "../../../../tests/support/tutor-actor.ts";
import { dayInUlaanbaatar, type SchoolAdmin, systemIds } from "../kernel/index.ts";
import { readBudget } from "./index.ts";

const adminOf = (schoolId = systemIds.next("school")): SchoolAdmin => ({
  role: "school-admin",
  sessionId: systemIds.next("session"),
  staffId: systemIds.next("staff"),
  schoolId,
  name: "Захирал",
});

describe("a school administrator", () => {
  test("sees what the models cost the school today, all grades together, and when four fifths are used up", async () => {
    const { ports, clock, spend } = budgetWorld(1_000);
    const admin = adminOf();
    const day = dayInUlaanbaatar(clock.nowMs());
    const read = () => readBudget({ ...ports, actor: admin });
    expect(await read()).toEqual({ day, spentMicroUsd: 0, budgetMicroUsd: 1_000, warned: false, level: "all" });
    await spend(admin.schoolId, 500, 8);
    await spend(admin.schoolId, 300, 9);
    expect(await read()).toMatchObject({ spentMicroUsd: 800, warned: true, level: "all" });
    await spend(admin.schoolId, 500, 9);
    expect(await read()).toMatchObject({ spentMicroUsd: 1_300, level: "passages" });
  });

  test("sees the cost also where there is no budget", async () => {
    const { ports, spend } = budgetWorld();
    const admin = adminOf();
    await spend(admin.schoolId, 500);
    const { budgetMicroUsd: _none, ...without } = ports;
    expect(await readBudget({ ...without, actor: admin })).toMatchObject({ spentMicroUsd: 500, level: "all" });
  });

  test("sees nothing of another school", async () => {
    const { ports, spend } = budgetWorld();
    await spend(systemIds.next("school"), 500);
    expect(await readBudget({ ...ports, actor: adminOf() })).toMatchObject({ spentMicroUsd: 0 });
  });
});

test.each([
  ["a pupil", tutorActor()],
  ["a teacher", { ...adminOf(), role: "teacher" }],
  ["a platform administrator", { ...adminOf(), role: "platform-admin" }],
])("%s may not", async (_who, actor) => {
  const { ports } = budgetWorld();
  await expect(readBudget({ ...ports, actor: actor as never })).rejects.toMatchObject({ kind: "forbidden" });
});
