import { slotMinutes } from "../activity.ts";
import type { ChatDay } from "../ports.ts";
import type { DayUse } from "../schema.ts";
import type { TutorSettings } from "../settings.ts";

/** A day's use against what it allows: the settings, or what an adult set for this day. */
export function dayUse(day: ChatDay | undefined, { limits, dailyMinutes }: TutorSettings): DayUse {
  const slotLimit = day?.slotLimit;
  return {
    questions: day?.questions ?? 0,
    questionLimit: day?.questionLimit ?? limits.perDay,
    activeMinutes: (day?.slots.length ?? 0) * slotMinutes,
    minuteLimit: slotLimit === undefined ? dailyMinutes : slotLimit * slotMinutes,
  };
}
