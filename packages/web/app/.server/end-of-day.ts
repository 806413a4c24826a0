/** The last moment of a calendar day (`2026-12-03`, as a date field sends it) in Ulaanbaatar; undefined for anything else. */
export function endOfDayMs(day: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(day)) return undefined;
  const atMs = Date.parse(`${day}T23:59:59.999+08:00`);
  return Number.isNaN(atMs) ? undefined : atMs;
}
