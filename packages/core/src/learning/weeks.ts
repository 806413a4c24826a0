const dayMs = 86_400_000;

const noonOf = (day: string) => Date.parse(`${day}T12:00:00Z`);
const dayOf = (timeMs: number) => new Date(timeMs).toISOString().slice(0, 10);

/** Monday of the week of a calendar day (`2026-11-21` → `2026-11-16`). Days are Ulaanbaatar's; no clock is involved. */
export function weekOf(day: string): string {
  const noon = noonOf(day);
  return dayOf(noon - ((new Date(noon).getUTCDay() + 6) % 7) * dayMs);
}

/** Mondays of all weeks from one day to another, both included. */
export function weeksBetween(fromDay: string, toDay: string): readonly string[] {
  const weeks: string[] = [];
  for (let noon = noonOf(weekOf(fromDay)); dayOf(noon) <= toDay; noon += 7 * dayMs) weeks.push(dayOf(noon));
  return weeks;
}

/** Days from one to another, both included; negative when the second is earlier. */
export function daysBetween(fromDay: string, toDay: string): number {
  return Math.round((noonOf(toDay) - noonOf(fromDay)) / dayMs) + 1;
}
