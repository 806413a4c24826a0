import type { Rule } from "../rules/rule.ts";

/** How common words of distress are typed when the soft sign is left out («amdrah»), or ө is written u («uuriiguu»). */
const alsoTyped: readonly (readonly [from: RegExp, to: string])[] = [
  [/^амь/u, "ам"],
  [/^өөрийгөө/u, "уурийгуу"],
  [/^өөртөө/u, "ууртуу"],
  [/^өөрөө/u, "ууруу"],
  [/^төрөөгүй/u, "туруугүй"],
  [/^төрсөн/u, "турсун"],
  [/^өндр/u, "ундр"],
  [/^өвдө/u, "увду"],
];

/** The same rules, with the words that pupils often mistype in these ways known in both spellings. */
export const looselySpelled = (rules: readonly Rule[]): readonly Rule[] =>
  rules.map((rule) => (rule.phrases ? { ...rule, phrases: rule.phrases.map(withLooseWords) } : rule));

const withLooseWords = (phrase: string): string =>
  phrase
    .split(" ")
    .map((part) => {
      const words = part.split("|");
      return [...new Set([...words, ...words.flatMap(otherSpellings)])].join("|");
    })
    .join(" ");

/** «амь» alone becomes another word without its sign. */
const otherSpellings = (word: string): readonly string[] =>
  alsoTyped.flatMap(([from, to]) => (word.length > 4 && from.test(word) ? [word.replace(from, to)] : []));
