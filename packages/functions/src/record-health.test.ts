import { systemActor } from "@ukhaan/core/kernel";
import { readHealthHistory, recordHealth } from "@ukhaan/core/health";
import { expect, test } from "vitest";
import { healthDeps } from "./deps.ts";
import { createHealthProbes } from "./health-probes.ts";
import { handler } from "./record-health.ts";

test("every part of the embedded home answers, each within two seconds", async () => {
  const { status, parts } = await recordHealth({ ...healthDeps(), actor: systemActor });
  expect(parts.map(({ part, state }) => [part, state])).toEqual([
    ["table", "up"],
    ["queues", "up"],
    ["storage", "up"],
    ["search", "up"],
    ["identity", "up"],
    ["models", "off"],
  ]);
  expect(status).toBe("up");
});

test("the schedule's look stands in the history afterwards", async () => {
  await handler();
  const history = await readHealthHistory({ ...healthDeps(), actor: systemActor });
  expect(history.find(({ part }) => part === "table")?.days.at(-1)?.upShare).toBe(1);
});

test.each([
  ["none is set up", [], [], { state: "off" }],
  ["nothing was heard of it", ["cheap"], [], { state: "up", breakers: { cheap: "closed" } }],
  [
    "one of two is spared",
    ["cheap", "dear"],
    [{ model: "cheap", state: "open" }],
    { state: "up", breakers: { cheap: "open", dear: "closed" } },
  ],
  ["all are spared", ["cheap"], [{ model: "cheap", state: "open" }], { state: "down", breakers: { cheap: "open" } }],
] as const)("models: %s", async (_, names, records, answer) => {
  const probes = createHealthProbes({
    models: names.map((name) => ({ name })),
    breakers: { list: async () => records },
    healthHistory: { ping: async () => undefined },
    passages: { find: async () => [] },
    queueUrls: [],
    buckets: [],
    userPool: { poolId: "local_1", endpoint: undefined },
  });
  const probe = probes.find(({ part }) => part === "models");
  expect(await probe?.check(AbortSignal.timeout(1_000))).toEqual(answer);
});
