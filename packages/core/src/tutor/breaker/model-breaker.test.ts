import { describe, expect, test } from "vitest";
import { countRequests } from "../../../../../tests/support/count-requests.ts";
import { faultTable } from "../../../../../tests/support/fault-table.ts";
import { testClock } from "../../../../../tests/support/school-world.ts";
import { resourceOf } from "../../../../../tests/support/stack-resources.ts";
import { openTable } from "../../adapters/table.ts";
import { silentLog, systemIds } from "../../kernel/index.ts";
import { defaultBreakerSettings } from "./breaker-state.ts";
import { createBreakerStore } from "./breaker.store.ts";
import { createModelBreaker } from "./model-breaker.ts";

const { cooldownMs, longestCooldownMs, probeMs } = defaultBreakerSettings;
const newModel = () => `provider/${systemIds.next("event")}`;

/** One Lambda instance: a clock, a client and a memory of its own. */
function instance(skewMs = 0) {
  const table = openTable({ name: resourceOf("Table").name });
  const clock = testClock();
  clock.advance(skewMs);
  const store = createBreakerStore(table);
  return { table, clock, store, breaker: createModelBreaker({ store, clock, log: silentLog }) };
}
type Instance = ReturnType<typeof instance>;

async function fail({ breaker }: Instance, model: string, times = 5): Promise<void> {
  for (let count = 0; count < times; count += 1) await breaker.failed(model, "closed", "timeout");
}

describe("a model's breaker", () => {
  test("opens with the fifth failure in a row, for the other instances within five seconds", async () => {
    const [one, other] = [instance(), instance()];
    const model = newModel();
    expect(await other.breaker.admit(model)).toBe("closed");
    await fail(one, model, 4);
    expect(await one.breaker.admit(model)).toBe("closed");
    await fail(one, model, 1);
    expect(await one.breaker.admit(model)).toBe("open");
    expect(await other.breaker.admit(model)).toBe("closed");
    other.clock.advance(5_000);
    expect(await other.breaker.admit(model)).toBe("open");
    expect(await one.store.get(model)).toMatchObject({ state: "open", failures: 5, reason: "timeout", openings: 1 });
  });

  test("adds up the failures of all instances", async () => {
    const model = newModel();
    const instances = Array.from({ length: 5 }, () => instance());
    await Promise.all(instances.map((each) => fail(each, model, 1)));
    await expect.poll(async () => (await instances[0]?.store.get(model))?.state).toBe("open");
  });

  test("forgets failures with a success, and those that lie a minute apart", async () => {
    const one = instance();
    const model = newModel();
    await fail(one, model, 4);
    await one.breaker.succeeded(model, "closed");
    await fail(one, model, 4);
    one.clock.advance(60_001);
    await fail(one, model, 4);
    expect(await one.breaker.admit(model)).toBe("closed");
  });

  test("after the cooldown lets exactly one question of all instances try again", async () => {
    const instances = Array.from({ length: 6 }, () => instance());
    const model = newModel();
    for (const each of instances) await each.breaker.admit(model);
    await fail(instances[0] as Instance, model);
    for (const { clock } of instances) clock.advance(cooldownMs + 1);
    const admissions = await Promise.all(instances.map(({ breaker }) => breaker.admit(model)));
    expect(admissions.toSorted()).toEqual(["open", "open", "open", "open", "open", "probe"]);
  });

  test("closes for everybody when the probe succeeds, and waits twice as long when it fails", async () => {
    const [one, other] = [instance(), instance()];
    const model = newModel();
    await fail(one, model);
    one.clock.advance(cooldownMs + 1);
    expect(await one.breaker.admit(model)).toBe("probe");
    await one.breaker.failed(model, "probe", "overloaded");
    one.clock.advance(cooldownMs + 1);
    expect(await one.breaker.admit(model)).toBe("open");
    one.clock.advance(cooldownMs);
    expect(await one.breaker.admit(model)).toBe("probe");
    await one.breaker.succeeded(model, "probe");
    expect(await one.breaker.admit(model)).toBe("closed");
    expect(await other.breaker.admit(model)).toBe("closed");
  });

  test("is tried by somebody else when the probe's instance died", async () => {
    const [one, other] = [instance(), instance()];
    const model = newModel();
    await fail(one, model);
    one.clock.advance(cooldownMs + 1);
    expect(await one.breaker.admit(model)).toBe("probe");
    other.clock.advance(cooldownMs + 2);
    expect(await other.breaker.admit(model)).toBe("open");
    other.clock.advance(probeMs + 5_000);
    expect(await other.breaker.admit(model)).toBe("probe");
  });

  test("is not moved by questions that were asked before it opened", async () => {
    const one = instance();
    const model = newModel();
    await fail(one, model, 8);
    await one.breaker.succeeded(model, "closed");
    expect(await one.store.get(model)).toMatchObject({ state: "open", openings: 1, failures: 5 });
  });
});

describe("clocks that differ by an hour", () => {
  const hourMs = 3_600_000;

  test.each([
    ["ahead", hourMs],
    ["behind", -hourMs],
  ])("count failures together: one %s", async (_where, skewMs) => {
    const [right, skewed] = [instance(), instance(skewMs)];
    const model = newModel();
    for (let round = 0; round < 5; round += 1) {
      await fail(right, model, 1);
      await fail(skewed, model, 1);
    }
    expect((await right.store.get(model))?.state).toBe("open");
  });

  test("keep nobody waiting longer than the cooldown: opened by one that runs ahead", async () => {
    const [ahead, right] = [instance(hourMs), instance()];
    const model = newModel();
    await fail(ahead, model);
    expect(await right.breaker.admit(model)).toBe("open");
    right.clock.advance(cooldownMs + 1);
    expect(await right.breaker.admit(model)).toBe("probe");
  });

  test("let one question through too early at most: opened by one that runs behind", async () => {
    const [behind, right, third] = [instance(-hourMs), instance(), instance()];
    const model = newModel();
    await fail(behind, model);
    const admissions = await Promise.all([right.breaker.admit(model), third.breaker.admit(model)]);
    expect(admissions.toSorted()).toEqual(["open", "probe"]);
  });
});

describe("what it costs", () => {
  test("a usual answer neither reads nor writes; every five seconds there is one read", async () => {
    const one = instance();
    const model = newModel();
    const counted = countRequests(one.table);
    for (let asked = 0; asked < 20; asked += 1) {
      await one.breaker.succeeded(model, await one.breaker.admit(model));
    }
    expect(counted.take()).toMatchObject({ reads: 1, writes: 0 });
    one.clock.advance(5_000);
    await Promise.all(Array.from({ length: 20 }, () => one.breaker.admit(model)));
    expect(counted.take()).toMatchObject({ reads: 1, writes: 0 });
  });

  test("fifty failures at once open it with six writes, whatever else fails", async () => {
    const one = instance();
    const model = newModel();
    const counted = countRequests(one.table);
    await Promise.all(Array.from({ length: 50 }, () => one.breaker.failed(model, "closed", "overloaded")));
    await expect.poll(async () => (await one.store.get(model))?.state).toBe("open");
    expect(counted.take().writes).toBeLessThanOrEqual(6);
  });
});

test("without the table an instance goes on by itself, and no answer waits for it", async () => {
  const one = instance();
  const model = newModel();
  faultTable(one.table).fail("outage");
  const startedMs = performance.now();
  expect(await one.breaker.admit(model)).toBe("closed");
  expect(performance.now() - startedMs).toBeLessThan(1_000);
  await Promise.all(Array.from({ length: 5 }, () => one.breaker.failed(model, "closed", "timeout")));
  await expect.poll(() => one.breaker.admit(model), { timeout: 10_000 }).toBe("open");
  one.clock.advance(longestCooldownMs);
  expect(await one.breaker.admit(model)).toBe("probe");
});
