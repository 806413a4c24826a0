const offsetMs = 8 * 3_600_000;

/** A moment as a date-and-time field wants it, on Ulaanbaatar's clock: `2026-11-23T14:05`. */
export function toLocalField(timeMs: number): string {
  return new Date(timeMs + offsetMs).toISOString().slice(0, 16);
}

/** The moment that such a field says, milliseconds since 1970; NaN for what is no such text. */
export function fromLocalField(text: string): number {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/u.test(text)) return Number.NaN;
  return Date.parse(`${text.slice(0, 16)}:00Z`) - offsetMs;
}
