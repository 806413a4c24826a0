import { scoreWord } from "./score-word.ts";

/** Cyrillic and other signs that stand in the places of Ө, ө, Ү and ү. */
const slots: Readonly<Record<string, string>> = {
  Є: "Ө",
  є: "ө",
  Ѳ: "Ө",
  ѳ: "ө",
  ϴ: "Ө",
  θ: "ө",
  Ɵ: "Ө",
  ɵ: "ө",
  Ө: "Ө",
  Ї: "Ү",
  ї: "ү",
  Ұ: "Ү",
  ұ: "ү",
  ª: "Ө",
  º: "ө",
  "¯": "Ү",
  "¿": "ү",
  ԧ: "ө",
  Ԧ: "Ө",
};

/** Latin letters (and one digit) that look like a Cyrillic one. */
const lookAlikes: Readonly<Record<string, string>> = {
  a: "а",
  c: "с",
  e: "е",
  o: "о",
  p: "р",
  x: "х",
  y: "у",
  v: "ү",
  A: "А",
  B: "В",
  C: "С",
  E: "Е",
  H: "Н",
  K: "К",
  M: "М",
  O: "О",
  P: "Р",
  T: "Т",
  X: "Х",
  Y: "Ү",
  V: "Ү",
  ë: "ё",
  Ë: "Ё",
};

const mongolianWord = /^[а-яёөү]+$/iu;
/** Letters of neighbours' alphabets: a text that has them is not Mongolian, and its Є or ұ are what they are. */
const foreignLetters = /[іґўјњљћђќѓәғқңһ]/giu;
const wordOf = /[\p{Script=Cyrillic}\p{Script=Latin}ªº¯¿ϴθ]+/gu;
/** A Cyrillic letter beside a sign that may stand for one. */
const worthLooking = new RegExp(
  String.raw`[\u0400-\u04FF][A-Za-zëË\u0370-\u03FF\u0180-\u02AFЄєѲѳЇїҰұªº¯¿ԧԦ]|[A-Za-zëË\u0370-\u03FF\u0180-\u02AFЄєѲѳЇїҰұªº¯¿ԧԦ][\u0400-\u04FF]`,
  "u",
);
/** Below this mean a repaired word is not Mongolian after all. */
const wellFormedFrom = -4.6;

/** Signs that are letters only in damaged texts: where the true letters are plentiful, ¿ is a quotation mark. */
const doubtfulSlot = /[ª¯º¿]/u;

/**
 * Puts right single letters inside Cyrillic words: є, ї, ѳ, ¿ and the like for ө and ү, Latin v for ү, Latin look-alikes.
 * Words of Latin letters alone stay (`vv` becomes the particle «үү» only in texts that write ү with v). The length in UTF-16
 * units stays the same.
 */
export function repairWords(text: string): string {
  if (!worthLooking.test(text)) return text;
  const cyrillic = text.match(/[а-яёөү]/giu)?.length ?? 0;
  if ((text.match(foreignLetters)?.length ?? 0) * 100 > cyrillic) return text;
  const isStarved = lacksFrontVowels(text);
  let withV = 0;
  const repaired = text.replace(wordOf, (word) => {
    if (doubtfulSlot.test(word) && !isStarved) return word;
    const fixed = repairWord(word);
    if (fixed !== word && /v/i.test(word)) withV += 1;
    return fixed;
  });
  if (withV < 3) return repaired;
  return repaired.replace(/(?<=\p{Script=Cyrillic}\s+)vv(?![\p{L}\d=])/gu, "үү");
}

/** Whether ө and ү are missing: every tenth letter or so of Mongolian is one of them. */
export function lacksFrontVowels(text: string): boolean {
  const cyrillic = text.match(/[а-яёөү]/giu)?.length ?? 0;
  return (text.match(/[өү]/giu)?.length ?? 0) * 50 < cyrillic;
}

function repairWord(word: string): string {
  if (mongolianWord.test(word)) return word;
  const signs = [...word];
  const cyrillic = signs.filter((sign) => /[а-яё]/iu.test(sign)).length;
  if (cyrillic === 0 || signs.length < 2) return word;
  const fixed = signs.map((sign) => slots[sign] ?? lookAlikes[sign] ?? sign).join("");
  if (!mongolianWord.test(fixed)) return word;
  const latin = signs.filter((sign) => /[a-z]/iu.test(sign) && !/[vV]/.test(sign)).length;
  // A name in capitals joined to an ending (TEXникч) is meant.
  if (/[A-Z]{2}/.test(word) && word.toUpperCase() !== word) return word;
  // кВт·ч, мA: in short words and words half Latin the letters may be meant.
  if (latin > 0 && (signs.length < 3 || latin * 2 >= signs.length)) return word;
  if (signs.length === 2) return /[vVєїЄЇ¿º]/u.test(word) && isShortWord(fixed) ? fixed : word;
  return scoreWord(fixed) >= wellFormedFrom ? fixed : word;
}

/** Two-letter words with ө or ү. */
const isShortWord = (word: string) =>
  /^(?:үг|үе|үр|үү|өр|өв|өд|өө|ус|үс|үд|өг|өс|өт|үл|үй|нө|нү|вү|бө|бү)$/iu.test(word);
