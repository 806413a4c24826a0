import { expect, test } from "vitest";
import { testClock } from "../../../../tests/support/school-world.ts";
import { type Log, silentLog, systemIds } from "../kernel/index.ts";
import { createFeatures } from "./create-features.ts";
import type { StoredFlag } from "./ports.ts";
import type { FlagRule } from "./schema.ts";

const flagOf = (rule: FlagRule): StoredFlag => ({
  name: "models",
  rule,
  reason: "Туршилт",
  changedBy: systemIds.next("staff"),
  changedAtMs: 0,
  version: 1,
});

/** A table that counts, and that can be changed, slowed down and switched off. */
function start() {
  const clock = testClock();
  const table = { rule: { kind: "on" } as FlagRule, down: false, reads: 0, hold: Promise.resolve() };
  const errors: string[] = [];
  const log: Log = { ...silentLog, error: (message) => void errors.push(message) };
  const features = createFeatures({
    clock,
    log,
    featureFlags: {
      async list() {
        table.reads += 1;
        await table.hold;
        if (table.down) throw new Error("the table is down");
        return { items: [flagOf(table.rule)] };
      },
    },
  });
  const rule = async () => (await features.document()).get("models");
  return { clock, table, errors, features, rule };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test("a thousand questions read the table once", async () => {
  const { table, rule } = start();
  await Promise.all(Array.from({ length: 500 }, rule));
  for (let asked = 0; asked < 500; asked += 1) await rule();
  expect(table.reads).toBe(1);
});

test("a change works within 30 seconds, and is fetched beside a question, not before it", async () => {
  const { clock, table, rule } = start();
  expect(await rule()).toEqual({ kind: "on" });
  table.rule = { kind: "off" };
  clock.advance(9_999);
  expect(await rule()).toEqual({ kind: "on" });
  clock.advance(1);
  expect(await rule()).toEqual({ kind: "on" });
  await settled();
  expect(await rule()).toEqual({ kind: "off" });
  expect(table.reads).toBe(2);
});

test("an instance that slept longer asks before it answers", async () => {
  const { clock, table, rule } = start();
  await rule();
  table.rule = { kind: "off" };
  clock.advance(3_600_000);
  expect(await rule()).toEqual({ kind: "off" });
});

test("a table that is down costs nobody an answer: the last document goes on, and is asked for every ten seconds", async () => {
  const { clock, table, errors, rule } = start();
  table.rule = { kind: "off" };
  await rule();
  table.down = true;
  for (let second = 0; second < 60; second += 1) {
    clock.advance(1_000);
    expect(await rule()).toEqual({ kind: "off" });
    await settled();
  }
  expect(errors).toHaveLength(6);
  table.down = false;
  table.rule = { kind: "on" };
  clock.advance(10_000);
  await rule();
  await settled();
  expect(await rule()).toEqual({ kind: "on" });
});

test("one that was never reached leaves the defaults", async () => {
  const { table, features } = start();
  table.down = true;
  expect((await features.document()).size).toBe(0);
});

test("one that hangs holds a question for a second at most", async () => {
  const { table, features } = start();
  let release = () => {};
  table.hold = new Promise((resolve) => {
    release = resolve;
  });
  const startedMs = performance.now();
  expect((await features.document()).size).toBe(0);
  expect(performance.now() - startedMs).toBeLessThan(2_000);
  release();
});

test("a rule of a later release that can't be read leaves the default", async () => {
  const { table, features } = start();
  table.rule = { kind: "moon-phase" } as never;
  expect((await features.document()).has("models")).toBe(false);
});
