import { date } from "~/i18n/format.ts";
import type { Locale } from "~/i18n/words.ts";

const dayMs = 86_400_000;
const noon = (day: string) => Date.parse(`${day}T04:00:00Z`);

/** A week by its Monday and Sunday: «2026 оны 11 сарын 16 – 22», “16 – 22 Nov 2026”. */
export function weekName(locale: Locale, monday: string): string {
  const [from, to] = [date(locale, noon(monday)), date(locale, noon(monday) + 6 * dayMs)];
  if (locale === "mn") {
    // The part that both share stands once.
    const month = /^(\d+ оны \d+ сарын )(\d+)$/u.exec(to);
    const year = /^(\d+ оны )(.*)$/u.exec(to);
    if (month?.[1] && month[2] && from.startsWith(month[1])) return `${from} – ${month[2]}`;
    if (year?.[1] && year[2] && from.startsWith(year[1])) return `${from} – ${year[2]}`;
    return `${from} – ${to}`;
  }
  const [fromDay = "", fromMonth = "", fromYear = ""] = from.split(" ");
  if (to.endsWith(`${fromMonth} ${fromYear}`)) return `${fromDay} – ${to}`;
  return to.endsWith(fromYear) ? `${fromDay} ${fromMonth} – ${to}` : `${from} – ${to}`;
}
