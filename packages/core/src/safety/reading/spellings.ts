import { latinTwins, strayCyrillic } from "../../kernel/mongolian/index.ts";

/** Signs and digits that stand for letters, by the alphabet of the word they are in. */
const cyrillicSigns: Readonly<Record<string, readonly string[]>> = {
  "0": ["о"],
  "1": ["и"],
  "3": ["з", "э"],
  "4": ["ч"],
  "6": ["б"],
  "8": ["в"],
  "9": ["д"],
  "@": ["а"],
  $: ["с"],
  "€": ["е"],
  "!": ["и"],
};
const latinSigns: Readonly<Record<string, readonly string[]>> = {
  "0": ["o"],
  "1": ["i", "l"],
  "3": ["e"],
  "4": ["a", "ch"],
  "5": ["s"],
  "6": ["b", "g"],
  "7": ["t"],
  "8": ["b"],
  "9": ["g"],
  "@": ["a"],
  $: ["s"],
  "€": ["e"],
  "!": ["i"],
  "|": ["l"],
  "+": ["t"],
};
const cyrillicTwins: Readonly<Record<string, string>> = {
  а: "a",
  в: "b",
  е: "e",
  к: "k",
  м: "m",
  н: "h",
  о: "o",
  р: "p",
  с: "c",
  т: "t",
  у: "y",
  х: "x",
  і: "i",
  ј: "j",
  ѕ: "s",
  ԁ: "d",
  ү: "v",
  и: "u",
};
const greekTwins: Readonly<Record<string, readonly [latin: string, cyrillic: string]>> = {
  α: ["a", "а"],
  β: ["b", "в"],
  γ: ["y", "у"],
  ε: ["e", "е"],
  η: ["n", "п"],
  ι: ["i", "и"],
  κ: ["k", "к"],
  ν: ["v", "ү"],
  ο: ["o", "о"],
  π: ["n", "п"],
  ρ: ["p", "р"],
  σ: ["o", "о"],
  τ: ["t", "т"],
  υ: ["u", "у"],
  χ: ["x", "х"],
  φ: ["f", "ф"],
  ω: ["w", "ш"],
  θ: ["o", "ө"],
};

const cyrillic = /\p{Script=Cyrillic}/u;
const latin = /\p{Script=Latin}/u;
const greek = /\p{Script=Greek}/u;
const sign = /[0-9@$€!|+*'’ʼ`#]/u;
const mostSpellings = 12;
const hiddenVowels = { cyrillic: ["а", "о", "э", "у", "и", "ө"], latin: ["a", "e", "i", "o", "u"] } as const;

/** Ways to read one word as it was typed, the plain one first: signs as letters, letters of look-alike alphabets. */
export function spellingsOf(word: string): readonly string[] {
  if (!sign.test(word) && isOneScript(word)) return withTwins([word]);
  const letters = word.replace(/[^\p{L}]/gu, "");
  if (letters === "") return [word];
  const unsigned = new Set<string>(sign.test(word) ? [letters] : []);
  if (!isOneScript(letters) || cyrillic.test(letters))
    for (const each of decode(word, cyrillicSigns)) unsigned.add(each);
  if (!cyrillic.test(letters)) for (const each of decode(word, latinSigns)) unsigned.add(each);
  for (const each of unhide(word, letters)) unsigned.add(each);
  return withTwins([...unsigned]).slice(0, mostSpellings);
}

const isOneScript = (word: string): boolean => !greek.test(word) && !(cyrillic.test(word) && latin.test(word));

/** Each sign as each letter it may stand for; signs that stand for none are left out. */
function decode(word: string, table: Readonly<Record<string, readonly string[]>>): readonly string[] {
  let partial = [""];
  for (const char of word) {
    const readings = table[char] ?? (/\p{L}/u.test(char) ? [char] : [""]);
    partial = partial.flatMap((before) => readings.map((reading) => before + reading)).slice(0, 4);
  }
  return partial;
}

/** «х*й»: one letter behind a star. */
function unhide(word: string, letters: string): readonly string[] {
  const parts = word.split("*");
  if (parts.length !== 2) return [];
  const vowels = cyrillic.test(letters) ? hiddenVowels.cyrillic : hiddenVowels.latin;
  return vowels.map((vowel) => parts.join(vowel));
}

function withTwins(words: readonly string[]): readonly string[] {
  const all = new Set(words);
  for (const word of words) {
    if (latin.test(word) || greek.test(word)) {
      const turned = turn(word, (char) => latinTwins[char] ?? greekTwins[char]?.[1] ?? strayCyrillic[char], cyrillic);
      if (turned) all.add(turned);
    }
    if (!isOneScript(word)) {
      const turned = turn(word, (char) => cyrillicTwins[char] ?? greekTwins[char]?.[0], latin);
      if (turned) all.add(turned);
    }
  }
  return [...all];
}

/** The word in one alphabet, if each foreign letter has a twin there. */
function turn(word: string, twin: (char: string) => string | undefined, script: RegExp): string | undefined {
  let turned = "";
  for (const char of word) {
    const read = script.test(char) ? char : twin(char);
    if (read === undefined) return undefined;
    turned += read;
  }
  return turned;
}
