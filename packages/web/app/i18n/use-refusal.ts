import { duration } from "./format.ts";
import { useLocale, useWords } from "./use-words.ts";

/** What the server answers instead of a result: a code with words, and facts for them. */
export interface Refusal {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number | boolean>>;
}

/** Explains a refusal in words; a code without words (a bug) reads as the general failure. */
export function useRefusalWords(): (refusal: Refusal) => string {
  const locale = useLocale();
  const t = useWords("errors");
  return ({ code, details }) => {
    const values = Object.fromEntries(Object.entries(details).map(([key, value]) => [key, String(value)]));
    const wait = duration(locale, Number(details["retryAfterS"] ?? 0));
    const text = t(code as Parameters<typeof t>[0], { ...values, wait });
    return text === code ? t("kernel.internal") : text;
  };
}
