import { beforeEach, expect, test } from "vitest";
import { ownTable } from "../../../../tests/support/flag-world.ts";
import { testClock, type TestClock } from "../../../../tests/support/school-world.ts";
import { tutorActor } from "../../../../tests/support/tutor-actor.ts";
import { dayInUlaanbaatar, silentLog, systemActor, systemIds } from "../kernel/index.ts";
import { createHealthHistory, type HealthHistory, recordHealth } from "./index.ts";
import type { HealthReport } from "./schema.ts";

let clock: TestClock;
let history: HealthHistory;
let states: { table: boolean; models: "up" | "off" };
let unsavedHealth: HealthReport[];
let tableDown: boolean;

beforeEach(async () => {
  clock = testClock(Date.UTC(2026, 10, 23, 2));
  history = createHealthHistory(await ownTable());
  states = { table: true, models: "off" };
  unsavedHealth = [];
  tableDown = false;
});

const ctxOf = (actor: unknown = systemActor) =>
  ({
    actor,
    clock,
    ids: systemIds,
    log: silentLog,
    unsavedHealth,
    healthHistory: {
      ...history,
      add: (report: HealthReport) => (tableDown ? Promise.reject(new Error("the table is down")) : history.add(report)),
    },
    healthProbes: [
      {
        part: "table",
        check: () => (states.table ? Promise.resolve({ state: "up" }) : Promise.reject(new Error("down"))),
      },
      { part: "models", check: async () => ({ state: states.models }) },
    ],
  }) as never;

const today = () => dayInUlaanbaatar(clock.nowMs());
const seen = () => history.read({ fromDay: today(), toDay: today() });

test("counts each look in its day, and nothing for a part that is off", async () => {
  await recordHealth(ctxOf());
  clock.advance(300_000);
  states.table = false;
  await recordHealth(ctxOf());
  expect(await seen()).toEqual([{ day: "2026-11-23", part: "table", up: 1, down: 1 }]);
});

test("counts a look that comes twice once", async () => {
  await recordHealth(ctxOf());
  await recordHealth(ctxOf());
  expect(await seen()).toMatchObject([{ up: 1, down: 0 }]);
});

test("a day ends at midnight in Ulaanbaatar", async () => {
  await recordHealth(ctxOf());
  clock.advance(14 * 3_600_000);
  await recordHealth(ctxOf());
  expect(await history.read({ fromDay: "2026-11-01", toDay: "2026-11-30" })).toMatchObject([
    { day: "2026-11-23", up: 1 },
    { day: "2026-11-24", up: 1 },
  ]);
});

test("an outage of the table stands in the history afterwards, look by look", async () => {
  await recordHealth(ctxOf());
  tableDown = true;
  states.table = false;
  for (let look = 0; look < 3; look += 1) {
    clock.advance(300_000);
    await recordHealth(ctxOf());
  }
  expect(unsavedHealth).toHaveLength(3);
  tableDown = false;
  states.table = true;
  clock.advance(300_000);
  await recordHealth(ctxOf());
  expect(unsavedHealth).toHaveLength(0);
  expect(await seen()).toMatchObject([{ up: 2, down: 3 }]);
});

test("keeps half a day of looks at most", async () => {
  tableDown = true;
  for (let look = 0; look < 150; look += 1) {
    clock.advance(300_000);
    await recordHealth(ctxOf());
  }
  expect(unsavedHealth).toHaveLength(144);
});

test("is the product's own: nobody with a session may, and nothing is counted", async () => {
  await expect(recordHealth(ctxOf(tutorActor()))).rejects.toMatchObject({ kind: "forbidden" });
  expect(await seen()).toEqual([]);
});
