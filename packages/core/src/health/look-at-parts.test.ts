import { expect, test } from "vitest";
import { silentLog, systemClock } from "../kernel/index.ts";
import { lookAtParts, lookTwice } from "./look-at-parts.ts";
import type { HealthProbe } from "./ports.ts";
import type { HealthPart } from "./schema.ts";

const parts = { clock: systemClock, log: silentLog };
const probe = (part: HealthPart, check: HealthProbe["check"]): HealthProbe => ({ part, check });
const up = (part: HealthPart) => probe(part, async () => ({ state: "up" }));
const down = (part: HealthPart) => probe(part, () => Promise.reject(new Error("secret://user:password@host")));
const off = (part: HealthPart) => probe(part, async () => ({ state: "off" }));

test.each<[string, readonly HealthProbe[], string]>([
  ["everything answers", [up("table"), up("search"), up("models")], "up"],
  ["no model is set up: the books answer", [up("table"), off("models")], "up"],
  ["models are down: the books answer", [up("table"), down("models")], "degraded"],
  ["files are down: no page opens", [up("table"), down("storage")], "degraded"],
  ["the search is down", [up("table"), down("search")], "down"],
  ["the table is down", [down("table"), up("search")], "down"],
])("%s", async (_, probes, status) => {
  expect(await lookAtParts(parts, probes)).toMatchObject({ status });
});

test("a part that hangs is down after the limit, and the others are not waited for twice", async () => {
  let given: AbortSignal | undefined;
  const hanging = probe("queues", (signal) => {
    given = signal;
    return new Promise(() => {});
  });
  const startedMs = performance.now();
  const report = await lookAtParts(parts, [hanging, { ...hanging, part: "search" }, up("table")], 100);
  expect(performance.now() - startedMs).toBeLessThan(1_000);
  expect(report.parts.map(({ state }) => state)).toEqual(["down", "down", "up"]);
  expect(given?.aborted).toBe(true);
});

test("names the models that are spared", async () => {
  const breakers = { cheap: "open", dear: "closed" } as const;
  const { status, parts: seen } = await lookAtParts(parts, [probe("models", async () => ({ state: "up", breakers }))]);
  expect([status, seen]).toMatchObject(["up", [{ part: "models", breakers }]]);
});

test("a process that stood still itself does not take the parts for down", async () => {
  const slow = probe("table", () => new Promise((resolve) => setTimeout(() => resolve({ state: "up" }), 20)));
  const looking = lookAtParts(parts, [slow], 200);
  const untilMs = performance.now() + 400;
  while (performance.now() < untilMs);
  expect(await looking).toMatchObject({ status: "up" });
});

test("a second look is taken at what did not answer, and only at that", async () => {
  const asked: string[] = [];
  const flaky = (part: HealthPart, failures: number) => {
    let left = failures;
    return probe(part, async () => {
      asked.push(part);
      left -= 1;
      if (left >= 0) throw new Error("busy");
      return { state: "up" };
    });
  };
  const report = await lookTwice(parts, [flaky("table", 0), flaky("queues", 1), flaky("storage", 2)]);
  expect(report).toMatchObject({ status: "degraded" });
  expect(report.parts.map(({ part, state }) => [part, state])).toEqual([
    ["table", "up"],
    ["queues", "up"],
    ["storage", "down"],
  ]);
  expect(asked.toSorted()).toEqual(["queues", "queues", "storage", "storage", "table"]);
});

test("tells nobody what an error said", async () => {
  expect(JSON.stringify(await lookAtParts(parts, [down("table")]))).not.toContain("password");
});

test("says how long each answer took, and nothing for a part that is off", async () => {
  const { parts: seen } = await lookAtParts(parts, [up("table"), off("models")]);
  expect(seen[0]?.latencyMs).toBeGreaterThanOrEqual(0);
  expect(seen[1]).toEqual({ part: "models", state: "off" });
});
