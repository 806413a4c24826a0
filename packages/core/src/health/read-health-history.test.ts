import { expect, test } from "vitest";
import { ownTable } from "../../../../tests/support/flag-world.ts";
import { testClock } from "../../../../tests/support/school-world.ts";
import { type Anonymous, silentLog, systemIds } from "../kernel/index.ts";
import { createHealthHistory, readHealthHistory } from "./index.ts";

const dayMs = 24 * 3_600_000;
const visitor: Anonymous = { role: "anonymous", origin: "somewhere" };

test("everybody reads 90 days, today last; days without a look are no good days", async () => {
  const healthHistory = createHealthHistory(await ownTable());
  const clock = testClock(Date.UTC(2026, 10, 23, 2));
  const ctx = { actor: visitor, clock, ids: systemIds, log: silentLog, healthHistory };
  expect(await readHealthHistory(ctx)).toEqual([]);

  const look = (daysAgo: number, minute: number, state: "up" | "down") =>
    healthHistory.add({
      atMs: clock.nowMs() - daysAgo * dayMs + minute * 60_000,
      status: state === "up" ? "up" : "down",
      parts: [
        { part: "table", state },
        { part: "models", state: "off" },
      ],
    });
  for (const minute of [0, 5, 10]) await look(0, minute, "up");
  await look(0, 15, "down");
  await look(89, 0, "up");
  await look(90, 0, "down");

  const [table, ...others] = await readHealthHistory(ctx);
  expect(others).toEqual([]);
  expect(table?.days).toHaveLength(90);
  expect(table?.days.at(0)).toEqual({ day: "2026-08-26", upShare: 1 });
  expect(table?.days.at(-1)).toEqual({ day: "2026-11-23", upShare: 0.75 });
  expect(table?.days.at(-2)).toEqual({ day: "2026-11-22", upShare: undefined });
  expect(table?.upShare).toBe(0.8);
});
