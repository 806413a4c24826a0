import { scoreWord } from "../repair/score-word.ts";

/** Letters that the engine takes for each other. */
const confusions: Readonly<Record<string, string>> = {
  ө: "ое",
  о: "ө",
  е: "өэ",
  э: "е",
  ү: "у",
  у: "ү",
  и: "йн",
  й: "и",
  ё: "е",
  н: "ип",
  п: "н",
  ь: "ы",
  ы: "ь",
  ш: "щ",
  щ: "ш",
  ц: "щ",
};
/** Latin letters and figures by what they look like. */
const looks: Readonly<Record<string, string>> = {
  ...Object.fromEntries([..."acekmoptxyuHbrn3064"].map((sign, at) => [sign, [..."асекмортхуиньгпзобч"][at] ?? sign])),
  m: "т",
  B: "в",
  K: "к",
  M: "м",
  O: "о",
  P: "р",
  C: "с",
  T: "т",
  X: "х",
  h: "һ",
};

/** A word that scores better than this is left alone (usual words stand at -1.9, rare ones at -2.5). */
const doubtfulBelow = -1.6;
const convincingFrom = -2.6;
/** Log probability that a correction must gain in all. */
const fewestGain = 8.5;

/**
 * Puts right what character recognition misread, one letter a word at most, and only where the model is certain: the word as
 * read is hardly Mongolian, the corrected one clearly is. Also words and beginnings read as Latin letters or figures
 * (`6yroy` is буюу, `30хицуулдаг` зохицуулдаг).
 */
export function correctWord(word: string): string {
  if (/^[а-яёөү]+$/iu.test(word)) return correctLetter(word);
  if (/\d/.test(word) || /^[a-z\d]+$/i.test(word)) return correctScript(word);
  return word;
}

function correctLetter(word: string): string {
  if (word.length < 5 || word !== word.toLowerCase()) return word;
  const score = scoreWord(word);
  if (score >= doubtfulBelow) return word;
  let best = { word, score };
  for (const [at, letter] of [...word].entries()) {
    for (const other of confusions[letter] ?? "") {
      const candidate = word.slice(0, at) + other + word.slice(at + 1);
      const candidateScore = scoreWord(candidate);
      if (candidateScore > best.score) best = { word: candidate, score: candidateScore };
    }
  }
  const gain = (best.score - score) * (word.length + 1);
  return best.score >= convincingFrom && gain >= fewestGain ? best.word : word;
}

/** Short words that are no words in Latin letters. */
const shortWords: Readonly<Record<string, string>> = { "6a": "ба", Hb: "нь", "6y": "бу", moo: "тоо" };

function correctScript(word: string): string {
  if (Object.hasOwn(shortWords, word)) return shortWords[word] ?? word;
  const cyrillic = word.match(/[а-яёөү]/giu)?.length ?? 0;
  const isLatin = cyrillic === 0 && /^[a-z\d]*[a-z][a-z\d]*$/i.test(word) && word.length >= 3 && !/^\d{2}/.test(word);
  // Figures of a quantity stand before a unit (20кг); misread letters stand before a long rest of a word.
  const isBeginning = /^[3064]{1,2}\p{Ll}{4,}$/u.test(word);
  if (!isLatin && !isBeginning) return word;
  const fixed = [...word.replaceAll("ro", "ю").replaceAll(/b[Il]/g, "ы")].map((sign) => looks[sign] ?? sign).join("");
  if (!/^[а-яёөү]+$/iu.test(fixed)) return word;
  return scoreWord(fixed) >= (isLatin ? -1.9 : convincingFrom) ? fixed : word;
}
