import type { Locale } from "./words.ts";

// Chromium has no Intl data for "mn" and Node has: a locale-dependent Intl call would render differently on both
// sides. Only en-GB parts are taken from Intl; the sentences are our own.
// oxlint-disable-next-line eslint/no-restricted-properties -- en-GB exists on both sides
const parts = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Ulaanbaatar",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

function partsOf(timeMs: number) {
  const found: Record<string, string> = {};
  for (const part of parts.formatToParts(timeMs)) found[part.type] = part.value;
  const { year = "", month = "", day = "", hour = "", minute = "" } = found;
  return { year, month, day, hour, minute };
}

const englishMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Date in Ulaanbaatar: «2026 оны 11 сарын 21», “21 Nov 2026”. */
export function date(locale: Locale, timeMs: number): string {
  const { year, month, day } = partsOf(timeMs);
  if (locale === "mn") return `${year} оны ${month} сарын ${day}`;
  return `${day} ${englishMonths[Number(month) - 1] ?? month} ${year}`;
}

/** Date and time in Ulaanbaatar. */
export function dateTime(locale: Locale, timeMs: number): string {
  const { hour, minute } = partsOf(timeMs);
  return `${date(locale, timeMs)}, ${hour}:${minute}`;
}

/** Clock time in Ulaanbaatar, `14:05`. */
export function clockTime(timeMs: number): string {
  const { hour, minute } = partsOf(timeMs);
  return `${hour}:${minute}`;
}

/** Whole number with groups of three: «12 345», “12,345”. */
export function number(locale: Locale, value: number): string {
  const grouped = String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, locale === "mn" ? "\u00a0" : ",");
  return grouped;
}

/** Bytes as people read them: `3.4 MB` (millions of bytes; «МБ» in Mongolian). */
export function fileSize(locale: Locale, sizeBytes: number): string {
  const [kilo, mega] = locale === "mn" ? ["КБ", "МБ"] : ["KB", "MB"];
  if (sizeBytes < 1_000_000) return `${Math.max(1, Math.round(sizeBytes / 1000))} ${kilo}`;
  return `${(sizeBytes / 1_000_000).toFixed(1)} ${mega}`;
}

/** How long to wait: «2 минут 5 секунд», “2 min 5 s”; hours without seconds. */
export function duration(locale: Locale, seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const [hourWord, minuteWord, secondWord] = locale === "mn" ? ["цаг", "минут", "секунд"] : ["h", "min", "s"];
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = whole % 60;
  if (hours > 0) return minutes > 0 ? `${hours} ${hourWord} ${minutes} ${minuteWord}` : `${hours} ${hourWord}`;
  if (minutes > 0) return rest > 0 ? `${minutes} ${minuteWord} ${rest} ${secondWord}` : `${minutes} ${minuteWord}`;
  return `${rest} ${secondWord}`;
}

const dayOf = (timeMs: number) => Math.floor((timeMs + 8 * 3_600_000) / 86_400_000);

/** Which heading a conversation of that time stands under, by days in Ulaanbaatar. */
export function dayGroup(timeMs: number, nowMs: number): "today" | "yesterday" | "week" | "earlier" {
  const days = dayOf(nowMs) - dayOf(timeMs);
  if (days <= 0) return "today";
  if (days === 1) return "yesterday";
  return days < 7 ? "week" : "earlier";
}
