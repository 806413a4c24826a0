import { dayInUlaanbaatar } from "../../kernel/index.ts";
import type { StoredFlag } from "../flag-ports.ts";
import type { FlagKind } from "../flag-schema.ts";
import type { SafetyReport, SafetyWeek } from "../safety-report-schema.ts";

const dayMs = 24 * 3_600_000;
const weekMs = 7 * dayMs;
const offsetMs = 8 * 3_600_000;

/** When the week of a moment began: Monday's midnight in Ulaanbaatar. 1970-01-01 was a Thursday. */
export function mondayOf(timeMs: number): number {
  const local = timeMs + offsetMs;
  return Math.floor((local + 3 * dayMs) / weekMs) * weekMs - 3 * dayMs - offsetMs;
}

/** Sums a school's flags of the last weeks. */
export function sumFlags(flags: readonly StoredFlag[], weeks: number, nowMs: number): SafetyReport {
  const answers = flags.flatMap((flag) => {
    const atMs = respondedAt(flag);
    return atMs === undefined ? [] : [{ tookMs: atMs - flag.raisedAtMs, inTime: atMs <= flag.deadlineMs }];
  });
  const waiting = flags.filter((flag) => respondedAt(flag) === undefined);
  const overdue = waiting.filter(({ deadlineMs }) => deadlineMs < nowMs).length;
  const judged = answers.length + overdue;
  const median = medianOf(answers.map(({ tookMs }) => tookMs));
  const count = (severity: StoredFlag["severity"]) => flags.filter((flag) => flag.severity === severity).length;
  return {
    weeks: weeksOf(flags, weeks, nowMs),
    total: flags.length,
    waiting: waiting.length,
    overdue,
    falseAlarms: flags.filter(({ state }) => state === "false-alarm").length,
    answered: answers.length,
    ...(median === undefined ? {} : { medianResponseMs: median }),
    ...(judged === 0 ? {} : { withinDeadline: answers.filter(({ inTime }) => inTime).length / judged }),
    bySeverity: { urgent: count("urgent"), high: count("high"), normal: count("normal") },
  };
}

/** A flag that is found to be a false alarm was looked at, acknowledged or not. */
function respondedAt({ acknowledgedAtMs, steps }: StoredFlag): number | undefined {
  return acknowledgedAtMs ?? steps.find(({ what }) => what === "false-alarm")?.atMs;
}

function weeksOf(flags: readonly StoredFlag[], weeks: number, nowMs: number): SafetyWeek[] {
  const thisMonday = mondayOf(nowMs);
  return Array.from({ length: weeks }, (_, index) => {
    const fromMs = thisMonday - (weeks - 1 - index) * weekMs;
    const own = flags.filter(({ raisedAtMs }) => raisedAtMs >= fromMs && raisedAtMs < fromMs + weekMs);
    const byKind: Partial<Record<FlagKind, number>> = {};
    for (const { kind } of own) byKind[kind] = (byKind[kind] ?? 0) + 1;
    return { monday: dayInUlaanbaatar(fromMs), total: own.length, byKind };
  });
}

function medianOf(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((one, other) => one - other);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
