/**
 * A phrase that rules look for, written in Cyrillic (Mongolian, Russian) or Latin letters (English, without apostrophes):
 * `амиа хорло*` words that follow each other · `..` up to five words between, `...` up to ten · `а|б` either · `*` any form of
 * the word (known endings only, never a substring: амь is not in амьтан) · `~` any word that begins so · neither: exactly this
 * form · `а|б_в` an alternative of several words · `а & б` both in any order, up to ten words between. Mongolian is found in
 * Latin typing too.
 */
export type Phrase = string;

/** One place of a phrase. */
export interface PhraseStep {
  /** Words with their marks: «хорло*», «porn~», «үхмээр»; an alternative of several keeps its `_`. */
  readonly words: readonly string[];
  /** Words that may stand before this one. */
  readonly gap: number;
}

const gaps: Readonly<Record<string, number>> = { "..": 5, "...": 10 };

/** The steps of a phrase, once for each order that its parts may stand in. */
export function readPhrase(phrase: Phrase): readonly (readonly PhraseStep[])[] {
  return inEveryOrder(phrase.split(" & ")).map((ordered) => toSteps(ordered.split(" ").filter((part) => part !== "")));
}

function inEveryOrder(parts: readonly string[]): readonly string[] {
  if (parts.length <= 1) return parts;
  return parts.flatMap((first, index) =>
    inEveryOrder(parts.filter((_, other) => other !== index)).map((rest) => `${first} ... ${rest}`),
  );
}

function toSteps(parts: readonly string[]): readonly PhraseStep[] {
  const steps: PhraseStep[] = [];
  let gap = 0;
  for (const part of parts) {
    const between = gaps[part];
    if (between !== undefined) {
      gap = between;
      continue;
    }
    steps.push({ words: part.split("|"), gap });
    gap = 0;
  }
  return steps;
}
