import type { FlagSettings } from "../flag-ports.ts";
import type { FlagSeverity } from "../flag-schema.ts";

/** The standard deadlines: urgent 15 minutes, high 4 hours, normal 2 school days. */
export const defaultFlagSettings: FlagSettings = {
  urgentMs: 15 * 60_000,
  highMs: 4 * 3_600_000,
  normalSchoolDays: 2,
};

export function flagSettings({
  flagSettings: changes,
}: {
  readonly flagSettings?: Partial<FlagSettings>;
}): FlagSettings {
  return { ...defaultFlagSettings, ...changes };
}

const dayMs = 24 * 3_600_000;
/** Ulaanbaatar is UTC+8 the year round. */
const offsetMs = 8 * 3_600_000;

/** By when a flag of this severity, raised or handed on at `fromMs`, wants to be acknowledged; milliseconds since 1970. */
export function flagDeadline(severity: FlagSeverity, fromMs: number, settings: FlagSettings): number {
  if (severity === "urgent") return fromMs + settings.urgentMs;
  if (severity === "high") return fromMs + settings.highMs;
  return afterSchoolDays(fromMs, settings.normalSchoolDays);
}

/**
 * The same time of day, so many school days (Monday to Friday in Ulaanbaatar) later. Of what comes on a weekend the count begins
 * at Monday's midnight. Holidays are not known here: a flag may then be due a day early, never late.
 */
function afterSchoolDays(fromMs: number, days: number): number {
  let atMs = fromMs;
  if (isWeekend(atMs)) {
    atMs -= (atMs + offsetMs) % dayMs;
    while (isWeekend(atMs)) atMs += dayMs;
  }
  for (let left = days; left > 0;) {
    atMs += dayMs;
    if (!isWeekend(atMs)) left -= 1;
  }
  return atMs;
}

function isWeekend(timeMs: number): boolean {
  const day = new Date(timeMs + offsetMs).getUTCDay();
  return day === 0 || day === 6;
}
