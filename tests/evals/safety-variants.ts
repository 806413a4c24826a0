import { latinSpellings, mulberry, type Variant } from "./retrieval-variants.ts";

/** The three Latin spellings that pupils use most; each row is retyped in all of them. */
export const latinVariants: readonly Variant[] = latinSpellings.slice(0, 3);

/** Letters of other alphabets and signs that look the same. */
const lookAlikes: Readonly<Record<string, string>> = { а: "a", е: "e", о: "o", р: "p", с: "c", у: "y", х: "x" };
const leet: Readonly<Record<string, string>> = { о: "0", з: "3", ч: "4", а: "@", б: "6", с: "$" };
const zeroWidth = ["\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF"];
const separators = [" ", ".", "-", "_", "*"];

/** Ways to hide a word from a filter. `seed` makes the same row look the same every time. */
export const disguises: readonly Variant[] = [
  { name: "uo", retype: (text) => swap(text, { ү: "у", ө: "о", Ү: "У", Ө: "О" }) },
  { name: "ve", retype: (text) => swap(text, { ү: "v", ө: "є", Ү: "V", Ө: "Є" }) },
  { name: "leet", retype: (text, seed) => withShare(text, seed, 0.6, (letter) => leet[letter] ?? letter) },
  { name: "spaced", retype: spaced },
  {
    name: "zero-width",
    retype: (text, seed) => withShare(text, seed, 0.4, (letter, random) => letter + pick(zeroWidth, random)),
  },
  { name: "homoglyphs", retype: (text, seed) => withShare(text, seed, 0.6, (letter) => lookAlikes[letter] ?? letter) },
  { name: "repeated", retype: repeated },
];

const swap = (text: string, table: Readonly<Record<string, string>>): string =>
  Array.from(text, (letter) => table[letter] ?? letter).join("");

const isLetter = (letter: string): boolean => /\p{L}/u.test(letter);

/** Changes this share of the letters. */
function withShare(
  text: string,
  seed: number,
  share: number,
  change: (letter: string, random: () => number) => string,
): string {
  const random = mulberry(seed);
  return Array.from(text, (letter) => (isLetter(letter) && random() < share ? change(letter, random) : letter)).join(
    "",
  );
}

/** «үхмээр байна» → «ү.х.м.э.э.р   б.а.й.н.а»: words of four letters and more; a wider gap stays between words. */
function spaced(text: string, seed: number): string {
  const separator = pick(separators, mulberry(seed));
  const gap = separator === " " ? "   " : " ";
  const words = text.split(/\s+/u).map((word) => {
    const letters = Array.from(word);
    return letters.filter(isLetter).length < 4 ? word : letters.join(separator);
  });
  return words.join(gap);
}

/** «үхмээр» → «үхмээээр»: one letter of every longer word is held down. */
function repeated(text: string, seed: number): string {
  const random = mulberry(seed);
  return text.replace(/\p{L}{4,}/gu, (word) => {
    const letters = Array.from(word);
    const at = 1 + Math.floor(random() * (letters.length - 1));
    letters[at] = (letters[at] ?? "").repeat(3 + Math.floor(random() * 3));
    return letters.join("");
  });
}

const pick = <Item>(from: readonly [Item, ...Item[]] | readonly Item[], random: () => number): Item =>
  from[Math.floor(random() * from.length)] as Item;
