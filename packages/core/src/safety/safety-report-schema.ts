import * as z from "zod";
import { idSchema } from "../kernel/id-schema.ts";
import type { FlagKind, FlagSeverity } from "./flag-schema.ts";

export const ReadSafetyReportInput = z.object({
  /** Said by a platform administrator; a school's own staff need not. */
  schoolId: idSchema("school").optional(),
  weeks: z.number().int().min(1).max(26).default(8),
});
export type ReadSafetyReportInput = z.input<typeof ReadSafetyReportInput>;

/** One week from Monday to Sunday in Ulaanbaatar. */
export interface SafetyWeek {
  /** Its Monday, `2026-11-16`. */
  readonly monday: string;
  readonly total: number;
  readonly byKind: Partial<Readonly<Record<FlagKind, number>>>;
}

/** Counts and times only: no names, no words of a chat. */
export interface SafetyReport {
  /** Oldest first, the current one last. */
  readonly weeks: readonly SafetyWeek[];
  readonly total: number;
  /** Nobody has acknowledged them yet; `overdue` of them past their first deadline. */
  readonly waiting: number;
  readonly overdue: number;
  readonly falseAlarms: number;
  /** Flags that a person has looked at. */
  readonly answered: number;
  /** Time until a person did, the middle one; absent when nobody has yet. */
  readonly medianResponseMs?: number;
  /** Share (0 to 1) looked at within the deadline, of those looked at or overdue; absent when there are none. */
  readonly withinDeadline?: number;
  readonly bySeverity: Readonly<Record<FlagSeverity, number>>;
}
