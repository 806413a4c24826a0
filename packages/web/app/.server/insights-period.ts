import { dayInUlaanbaatar } from "@ukhaan/core/kernel";

/** Periods to choose from, in weeks; the second is shown first. */
export const periods = [4, 8, 13, 26] as const;
const usual = 8;
const dayMs = 86_400_000;

/** The days of `?weeks=8`, the current week included: from a Monday to today. */
export function periodOf(search: URLSearchParams, nowMs: number): { weeks: number; fromDay: string; toDay: string } {
  const weeks = periods.find((each) => String(each) === search.get("weeks")) ?? usual;
  const toDay = dayInUlaanbaatar(nowMs);
  const sinceMonday = (new Date(`${toDay}T12:00:00Z`).getUTCDay() + 6) % 7;
  const first = Date.parse(`${toDay}T12:00:00Z`) - (sinceMonday + (weeks - 1) * 7) * dayMs;
  return { weeks, fromDay: new Date(first).toISOString().slice(0, 10), toDay };
}
