/** Other ways in which a pupil types the same question. */
export interface Variant {
  readonly name: string;
  readonly retype: (question: string, seed: number) => string;
}

const letters = (text: string, table: Readonly<Record<string, string>>): string =>
  Array.from(text.toLowerCase(), (letter) => table[letter] ?? letter).join("");

const chat: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ё: "yo",
  ж: "j",
  з: "z",
  и: "i",
  й: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  ө: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ү: "u",
  ф: "f",
  х: "h",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "sh",
  ъ: "",
  ы: "i",
  ь: "i",
  э: "e",
  ю: "yu",
  я: "ya",
};
/** The passport standard MNS 5217:2012. */
const passport = { ...chat, х: "kh", ө: "u", е: "ye", ж: "j", ы: "y", ь: "i", й: "i" };
/** The keyboard's neighbours and look-alikes. */
const short = { ...chat, х: "x", ц: "c", ү: "v", в: "w", ы: "y", й: "y", ь: "" };
const careless = { ...chat, я: "ia", ю: "iu", ь: "", х: "kh" };

export const latinSpellings: readonly Variant[] = [
  { name: "latin-chat", retype: (question) => letters(question, chat) },
  { name: "latin-passport", retype: (question) => letters(question, passport) },
  { name: "latin-short", retype: (question) => letters(question, short) },
  { name: "latin-careless", retype: (question) => letters(question, careless).replace(/([aeiou])\1/gu, "$1") },
];

export const variants: readonly Variant[] = [
  { name: "clean", retype: (question) => question },
  { name: "uo", retype: (question) => letters(question, { ү: "у", ө: "о" }) },
  { name: "ve", retype: (question) => letters(question, { ү: "v", ө: "є" }) },
  ...latinSpellings,
  { name: "noise", retype: (question, seed) => withSlips(question, seed, 0.05) },
];

/** Drops, doubles, swaps or replaces this share of the letters; the same seed makes the same slips. */
function withSlips(text: string, seed: number, share: number): string {
  const random = mulberry(seed);
  const alphabet = "абвгдежзийклмноөпрстуүхцчшыьэюя";
  const out: string[] = [];
  const source = Array.from(text);
  for (let index = 0; index < source.length; index += 1) {
    const letter = source[index] ?? "";
    if (!/\p{L}/u.test(letter) || random() >= share) {
      out.push(letter);
      continue;
    }
    const kind = Math.floor(random() * 4);
    if (kind === 1) out.push(letter, letter);
    else if (kind === 2) out.push(alphabet[Math.floor(random() * alphabet.length)] ?? letter);
    else if (kind === 3) {
      out.push(source[index + 1] ?? "", letter);
      index += 1;
    }
  }
  return out.join("");
}

/** A small seeded generator (mulberry32). */
export function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
