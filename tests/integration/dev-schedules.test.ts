import { setTimeout as delay } from "node:timers/promises";
import type { ScheduledEvent } from "aws-lambda";
import { expect, test, vi } from "vitest";
import { loadByNode } from "../../scripts/dev/functions.ts";
import { type Schedule, schedules, startSchedules } from "../../scripts/dev/schedules.ts";

/** Runs one schedule on a handler of its own. */
function startOn(handler: (event: ScheduledEvent) => Promise<unknown>, schedule: Partial<Schedule> = {}) {
  const errors: unknown[] = [];
  const scheduler = startSchedules(async () => ({ handler }), {
    list: [{ name: "sweep-ingestion", everyMs: 20, ...schedule }],
    onError: (_name, error) => void errors.push(error),
  });
  return { scheduler, errors };
}

test("a function is called again and again with the event that EventBridge Scheduler sends", async () => {
  const events: ScheduledEvent[] = [];
  const { scheduler } = startOn(async (event) => void events.push(event));
  await vi.waitFor(() => expect(events.length).toBeGreaterThan(2));
  await scheduler.stop();
  expect(events[0]).toMatchObject({ source: "aws.scheduler", "detail-type": "Scheduled Event", detail: {} });
  expect(Number.isNaN(Date.parse(events[0]?.time ?? ""))).toBe(false);
  const count = events.length;
  await delay(60);
  expect(events).toHaveLength(count);
});

test("a run never overlaps the one before", async () => {
  let running = 0;
  let most = 0;
  let runs = 0;
  const { scheduler } = startOn(async () => {
    running += 1;
    most = Math.max(most, running);
    await delay(50);
    running -= 1;
    runs += 1;
  });
  await vi.waitFor(() => expect(runs).toBeGreaterThan(2), { timeout: 5_000 });
  await scheduler.stop();
  expect(most).toBe(1);
});

test("a run that fails is told, and the next one comes all the same", async () => {
  let runs = 0;
  const { scheduler, errors } = startOn(async () => {
    runs += 1;
    throw new Error("broken");
  });
  await vi.waitFor(() => expect(runs).toBeGreaterThan(1));
  await scheduler.stop();
  expect(errors[0]).toMatchObject({ message: "broken" });
});

test("stopping waits for the run under way, but not for ever", async () => {
  let ended = false;
  let begun = false;
  const { scheduler } = startOn(async () => {
    begun = true;
    await delay(80);
    ended = true;
  });
  await vi.waitFor(() => expect(begun).toBe(true));
  await scheduler.stop();
  expect(ended).toBe(true);

  let stuck = false;
  const other = startOn(() => {
    stuck = true;
    return new Promise(() => undefined);
  });
  await vi.waitFor(() => expect(stuck).toBe(true));
  const startMs = Date.now();
  await other.scheduler.stop(50);
  expect(Date.now() - startMs).toBeLessThan(1_000);
});

test("every schedule names a function that there is", { timeout: 60_000 }, async () => {
  for (const { name } of schedules) {
    const file = new URL(`../../packages/functions/src/${name}.ts`, import.meta.url);
    expect(await loadByNode(file.pathname)).toHaveProperty("handler");
  }
});
