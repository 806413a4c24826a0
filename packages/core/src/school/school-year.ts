import { dayInUlaanbaatar } from "../kernel/index.ts";

const firstMonth = 8;

/**
 * The school year of a moment, by the calendar year it begins in. Lessons begin on the first of September; from August on schools
 * set up classes for the coming year.
 */
export function schoolYearOf(timeMs: number): number {
  const [year, month] = dayInUlaanbaatar(timeMs).split("-").map(Number);
  return (month ?? 1) >= firstMonth ? (year ?? 0) : (year ?? 0) - 1;
}
