import {
  latinLetters,
  type LetterReading,
  vAlone,
  vBesideVowel,
  yAfterVowel,
  yAlone,
  yFirst,
} from "./latin-letters.ts";

export interface WordReading {
  readonly text: string;
  /** 0 for the usual reading, more for each unusual letter. */
  readonly cost: number;
}

const longestGroup = 4;
const maxReadings = 8;
/** Longer "words" are not words; they get their first reading only. */
const maxAmbiguousLength = 40;
const isVowel = (letter: string | undefined): boolean => letter !== undefined && "aeiou".includes(letter);

/**
 * Cyrillic readings of one word typed in Latin letters, most likely first, at most eight; never empty.
 * Letters that are no Latin ones stay as they are.
 */
export function readLatinWord(word: string): readonly WordReading[] {
  const letters = plainLatin(word);
  const width = letters.length > maxAmbiguousLength ? 1 : maxReadings;
  let beam: readonly WordReading[] = [{ text: "", cost: 0 }];
  for (let at = 0; at < letters.length;) {
    const { length, readings } = readGroup(letters, at);
    at += length;
    if (readings.length === 1) {
      const only = readings[0]?.cyrillic ?? "";
      beam = beam.map((partial) => ({ text: partial.text + only, cost: partial.cost }));
    } else {
      beam = beam
        .flatMap((partial) =>
          readings.map((reading) => ({ text: partial.text + reading.cyrillic, cost: partial.cost + reading.cost })),
        )
        .sort((one, other) => one.cost - other.cost)
        .slice(0, width);
    }
  }
  return beam;
}

/** Lower case without accents: ü and ö are ү and ө to the search key anyway, and š, č, ž are sh, ch, zh. */
function plainLatin(word: string): string {
  return word
    .toLowerCase()
    .normalize("NFD")
    .replace(/([scz])\u030C/gu, "$1h")
    .replace(/o\u0308/gu, "ө")
    .replace(/u\u0308/gu, "ү")
    .replace(/\p{M}/gu, "")
    .replace(/[’‘ʼ`´]/gu, "'");
}

function readGroup(letters: string, at: number): { length: number; readings: readonly LetterReading[] } {
  for (let length = Math.min(longestGroup, letters.length - at); length > 0; length -= 1) {
    const readings = latinLetters[letters.slice(at, at + length)];
    if (readings) return { length, readings };
  }
  return { length: 1, readings: readByNeighbours(letters, at) };
}

function readByNeighbours(letters: string, at: number): readonly LetterReading[] {
  const letter = letters[at] ?? "";
  const besideVowel = isVowel(letters[at - 1]) || isVowel(letters[at + 1]);
  if (letter === "v") return besideVowel ? vBesideVowel : vAlone;
  if (letter !== "y") return [{ cyrillic: letter, cost: 0 }];
  if (isVowel(letters[at - 1])) return yAfterVowel;
  return at === 0 ? yFirst : yAlone;
}
