import { randomUUID } from "node:crypto";
import type { Context, ScheduledEvent } from "aws-lambda";
import { lambdaContext } from "../embedded/lambda-context.ts";
import { loadHandler, type LoadModule } from "./functions.ts";

/** What a Lambda entry point behind a schedule exports. */
export type ScheduleHandler = (event: ScheduledEvent, context: Context) => Promise<unknown>;

export interface Schedule {
  /** The function's file in `packages/functions/src`, without its ending. */
  readonly name: string;
  readonly everyMs: number;
  readonly timeoutMs?: number;
}

/** What `infra/` schedules on AWS, with the same rhythm. */
export const schedules: readonly Schedule[] = [
  { name: "sweep-ingestion", everyMs: 60_000 },
  { name: "escalate-flags", everyMs: 60_000 },
  { name: "record-health", everyMs: 300_000 },
];

export interface Scheduler {
  /** Begins no further run and waits for those under way, at most `graceMs`. */
  stop(graceMs?: number): Promise<void>;
}

/** The first run comes early: what a crash left behind need not wait for a whole round. */
const longestFirstWaitMs = 10_000;

/**
 * Does what EventBridge Scheduler does: calls each function in its rhythm with the event that AWS sends. A run that takes
 * longer than its rhythm is never overtaken by the next: AWS would start a second one, but the functions bear that anyway.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html
 */
export function startSchedules(
  load: LoadModule,
  {
    list = schedules,
    onError = (name, error) => console.error(`The schedule ${name} failed:`, error),
  }: { readonly list?: readonly Schedule[]; readonly onError?: (name: string, error: unknown) => void } = {},
): Scheduler {
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  let isStopping = false;

  const runOnce = async ({ name, everyMs, timeoutMs = 60_000 }: Schedule) => {
    try {
      const handler = await loadHandler<ScheduleHandler>(load, name);
      await handler(scheduledEvent(name, everyMs), lambdaContext(timeoutMs));
    } catch (error) {
      onError(name, error);
    }
  };
  const wait = (schedule: Schedule, ms: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      const run = runOnce(schedule).finally(() => {
        running.delete(run);
        if (!isStopping) wait(schedule, schedule.everyMs);
      });
      running.add(run);
    }, ms);
    timer.unref();
    timers.add(timer);
  };
  for (const schedule of list) wait(schedule, Math.min(schedule.everyMs, longestFirstWaitMs));

  return {
    async stop(graceMs = 1_500) {
      isStopping = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      let patience: NodeJS.Timeout | undefined;
      const tired = new Promise<void>((resolve) => {
        patience = setTimeout(resolve, graceMs);
      });
      await Promise.race([Promise.allSettled(running), tired]);
      clearTimeout(patience);
    },
  };
}

function scheduledEvent(name: string, everyMs: number): ScheduledEvent {
  return {
    version: "0",
    id: randomUUID(),
    "detail-type": "Scheduled Event",
    source: "aws.scheduler",
    account: "000000000000",
    time: new Date(Math.floor(Date.now() / everyMs) * everyMs).toISOString(),
    region: "ap-northeast-2",
    resources: [`arn:aws:scheduler:ap-northeast-2:000000000000:schedule/default/${name}`],
    detail: {},
  };
}
