import { useMatches } from "@remix-run/react";
import { useMemo } from "react";
import type { Area, Areas } from "./areas.ts";
import { type Locale, type Translate, translator } from "./words.ts";

interface LoaderDataWithWords {
  readonly locale?: Locale;
  readonly words?: Partial<Areas>;
}

const matchedData = (matches: ReturnType<typeof useMatches>) =>
  matches.map((match) => match.data as LoaderDataWithWords | undefined);

/** Language of the page, from the root loader. */
export function useLocale(): Locale {
  return matchedData(useMatches())[0]?.locale ?? "mn";
}

/**
 * Texts of one area. Its words must be in `words` of a matched route's loader data:
 * the root brings `common` and `errors`, each part of the site its own.
 */
export function useWords<A extends Area>(area: A): Translate<Areas[A]> {
  const matches = useMatches();
  const locale = useLocale();
  const words = matchedData(matches).findLast((data) => data?.words?.[area])?.words?.[area];
  // Without the area (a loader above failed) keys show themselves; the error page needs only `common`.
  return useMemo(() => translator(locale, (words ?? {}) as Areas[A]), [locale, words]);
}
