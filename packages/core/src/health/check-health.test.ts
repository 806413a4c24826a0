import { expect, test } from "vitest";
import { testClock } from "../../../../tests/support/school-world.ts";
import { type Anonymous, silentLog, systemIds } from "../kernel/index.ts";
import { checkHealth, createHealthWatch } from "./index.ts";

const visitor: Anonymous = { role: "anonymous", origin: "somewhere" };

test("is for everybody, and asks the parts once in ten seconds however many want to know", async () => {
  const clock = testClock();
  let asked = 0;
  const healthWatch = createHealthWatch({
    clock,
    log: silentLog,
    healthProbes: [
      {
        part: "table",
        async check() {
          asked += 1;
          return { state: "up" };
        },
      },
    ],
  });
  const ctx = { actor: visitor, clock, ids: systemIds, log: silentLog, healthWatch };
  await Promise.all(Array.from({ length: 100 }, () => checkHealth(ctx)));
  clock.advance(9_999);
  await checkHealth(ctx);
  expect(asked).toBe(1);
  clock.advance(1);
  expect(await checkHealth(ctx)).toMatchObject({ status: "up", atMs: clock.nowMs() });
  expect(asked).toBe(2);
});
