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
  /** Words with their marks: «хорло*», «porn~», «үхмээр». */
  readonly words: readonly string[];
  /** Words that may stand before this one. */
  readonly gap: number;
}

const gaps: Readonly<Record<string, number>> = { "..": 5, "...": 10 };

/** A phrase without `_`: one variant for the single words of each part, one for each alternative of several words. */
export function readPhrase(phrase: Phrase): readonly (readonly PhraseStep[])[] {
  return inEveryOrder(phrase.split(" & ")).flatMap((ordered) =>
    spellOut(ordered.split(" ").filter((part) => part !== "")).map(toSteps),
  );
}

function inEveryOrder(parts: readonly string[]): readonly string[] {
  if (parts.length <= 1) return parts;
  return parts.flatMap((first, index) =>
    inEveryOrder(parts.filter((_, other) => other !== index)).map((rest) => `${first} ... ${rest}`),
  );
}

function spellOut(parts: readonly string[]): readonly (readonly string[])[] {
  const [part, ...rest] = parts;
  if (part === undefined) return [[]];
  const alternatives = part.split("|");
  const single = alternatives.filter((alternative) => !alternative.includes("_"));
  const several = alternatives.filter((alternative) => alternative.includes("_")).map((each) => each.split("_"));
  const heads = [...(single.length > 0 ? [[single.join("|")]] : []), ...several];
  const tails = spellOut(rest);
  return heads.flatMap((head) => tails.map((tail) => [...head, ...tail]));
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
