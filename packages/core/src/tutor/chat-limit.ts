import { dayInUlaanbaatar, msUntilTomorrowInUlaanbaatar } from "../kernel/index.ts";

const minuteMs = 60_000;
/** How long a day's counters are kept. */
export const keptDayMs = 2 * 24 * 3_600_000;

/** Day and minute that a question counts in. The minute is an attribute's name, `m0815` (minute of the UTC day). */
export function limitWindow(nowMs: number): { readonly day: string; readonly minuteAttribute: string } {
  const minuteOfDay = Math.floor(nowMs / minuteMs) % 1_440;
  const hour = String(Math.floor(minuteOfDay / 60)).padStart(2, "0");
  const minute = String(minuteOfDay % 60).padStart(2, "0");
  return { day: dayInUlaanbaatar(nowMs), minuteAttribute: `m${hour}${minute}` };
}

/** Whole seconds until the window opens again, at least 1: the minute, or the day of questions or of time. */
export function limitRetryAfterS(window: "minute" | "day" | "time", nowMs: number): number {
  const leftMs = window === "minute" ? minuteMs - (nowMs % minuteMs) : msUntilTomorrowInUlaanbaatar(nowMs);
  return Math.max(1, Math.ceil(leftMs / 1_000));
}
