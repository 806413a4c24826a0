import { isNightInUlaanbaatar } from "../kernel/clock.ts";

/** A day's use is counted in steps of five minutes: a step in which a question was asked is active. */
export const slotMinutes = 5;
const slotMs = slotMinutes * 60_000;
const dayMs = 24 * 3_600_000;
const slotsOfDay = dayMs / slotMs;
const ulaanbaatarOffsetMs = 8 * 3_600_000;

/** The step of the day in Ulaanbaatar, 0 to 287. */
export const slotOf = (timeMs: number): number => Math.floor((timeMs + ulaanbaatarOffsetMs) / slotMs) % slotsOfDay;

const isNightSlot = (slot: number): boolean => isNightInUlaanbaatar(slot * slotMs - ulaanbaatarOffsetMs + dayMs);

/** How a pupil used one day, in minutes. */
export interface Activity {
  readonly activeMinutes: number;
  /** Without a break of ten minutes, up to now; 0 when the last question is longer ago. */
  readonly runMinutes: number;
  /** Of the active ones, those between 22:00 and 06:00. */
  readonly nightMinutes: number;
}

/** A pause of so many empty steps is a break. */
const breakSlots = 2;

/** What a day's active steps add up to at this moment of the same day. */
export function activityOf(slots: readonly number[], nowMs: number): Activity {
  const active = [...new Set(slots)].toSorted((one, other) => one - other);
  return {
    activeMinutes: active.length * slotMinutes,
    runMinutes: runOf(active, slotOf(nowMs)),
    nightMinutes: active.filter(isNightSlot).length * slotMinutes,
  };
}

function runOf(active: readonly number[], nowSlot: number): number {
  let from: number | undefined;
  let next = nowSlot;
  for (const slot of active.toReversed()) {
    // Of a device whose clock is ahead.
    if (slot > nowSlot) continue;
    if (next - slot > breakSlots) break;
    from = slot;
    next = slot;
  }
  return from === undefined ? 0 : (nowSlot - from + 1) * slotMinutes;
}

/** After so many minutes without a break the page says, once and kindly, that eyes and back want one. */
export const breakAfterMinutes = 25;

const protracted = { runMinutes: 60, nightMinutes: 30 };
export type ProtractedReason = "long-run" | "night" | "whole-day";

/**
 * Whether a day's use is worth an adult's attention (DfE 2026, items 56 and 58): an hour without a break although one was
 * suggested, half an hour at night, or the whole of the day's time. Raises nothing itself.
 */
export function protractedUse(
  { activeMinutes, runMinutes, nightMinutes }: Activity,
  dailyMinutes: number,
): readonly ProtractedReason[] {
  return [
    ...(runMinutes >= protracted.runMinutes ? (["long-run"] as const) : []),
    ...(nightMinutes >= protracted.nightMinutes ? (["night"] as const) : []),
    ...(activeMinutes >= dailyMinutes ? (["whole-day"] as const) : []),
  ];
}
