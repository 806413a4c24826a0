import type { Areas } from "~/i18n/areas.ts";
import { type Values, translator } from "~/i18n/words.ts";

interface Match {
  readonly data?: unknown;
}
interface WithWords {
  readonly locale?: "mn" | "en";
  readonly words?: Partial<Areas>;
}

/** `<title>` of a page from the words that its layout brought: «8А анги · Ухаан». For `meta` functions. */
export function pageTitle<A extends "teach" | "admin" | "safeguarding">(
  matches: readonly (Match | undefined)[],
  area: A,
  key: keyof Areas[A] & string,
  values?: Values,
): { title: string }[] {
  const loaded = matches.map((match) => match?.data as WithWords | undefined);
  const words = loaded.findLast((data) => data?.words?.[area])?.words?.[area];
  if (!words) return [{ title: "Ухаан" }];
  const locale = loaded[0]?.locale ?? "mn";
  return [{ title: `${translator(locale, words as Areas[A])(key, values)} · Ухаан` }];
}
