import { latinTwins, strayCyrillic } from "./look-alikes.ts";

const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;
const word = /[\p{L}\p{M}]+/gu;
const cyrillicLetter = /\p{Script=Cyrillic}/u;
const foreignLetter = /[\p{Script=Latin}\p{Script=Greek}]/u;
const stray = new RegExp(`[${Object.keys(strayCyrillic).join("")}]`, "gu");
/** «ATPийн»: capitals with an ending are a term, not a slip of the keyboard. A hyphen keeps it one. */
const termWithEnding = /(?<![\p{L}\p{M}])([A-Z]{2,})(?=[а-яёөү])/gu;
/** Most words are: the same comes out, at a tenth of the work. */
const plainWord = /^[а-яёөү]+$/;
const oneVowel: Readonly<Record<string, string>> = { ү: "у", ө: "о", ё: "е" };

/**
 * One spelling for every way of typing a Cyrillic word: NFC, lower case, look-alike letters (v, є, Latin twins inside a
 * Cyrillic word) read as Mongolian ones, ү→у, ө→о, ё→е. Whole Latin words are left alone: see `readingsOf`.
 * Idempotent; keeps spaces and punctuation. For comparing, never for showing.
 *
 * ё→е costs nothing: no two words of 890 real passages differ by it alone, while phones and OCR give both.
 */
export function foldMongolian(text: string): string {
  if (plainWord.test(text)) return text.replace(/[үөё]/gu, (letter) => oneVowel[letter] ?? letter);
  return text
    .normalize("NFC")
    .replace(invisible, "")
    .replace(termWithEnding, "$1-")
    .replace(word, readTwins)
    .toLowerCase()
    .normalize("NFC")
    .replace(stray, (letter) => strayCyrillic[letter] ?? letter)
    .replace(/[үөё]/gu, (letter) => oneVowel[letter] ?? letter)
    .normalize("NFC");
}

/** Latin letters inside a Cyrillic word are slips of the keyboard or of a font, unless one of them has no twin. */
function readTwins(written: string): string {
  if (!foreignLetter.test(written) || !cyrillicLetter.test(written)) return written;
  const letters = Array.from(written);
  if (letters.some((letter) => foreignLetter.test(letter) && latinTwins[letter] === undefined)) return written;
  return letters.map((letter) => latinTwins[letter] ?? letter).join("");
}
