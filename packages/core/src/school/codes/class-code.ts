import { randomInt } from "node:crypto";

/**
 * Characters of a class code. Left out: what looks alike in print (0 O Q, 1 I L, 5 S, 2 Z, 8 B, U V W) and letters that a Cyrillic
 * keyboard has no key for. 22^6 is 113 million codes.
 */
const alphabet = "23456789ACDEFGHJKMPTXY";
const length = 6;

/** What people type for a character of the alphabet: Cyrillic look-alikes, Cyrillic letters of the same sound, twins in print. */
const foldings: Readonly<Record<string, string>> = {
  А: "A",
  С: "C",
  Е: "E",
  Н: "H",
  К: "K",
  М: "M",
  Р: "P",
  Т: "T",
  Х: "X",
  У: "Y",
  Ү: "Y",
  В: "8",
  B: "8",
  З: "3",
  S: "5",
  Z: "2",
  Д: "D",
  Ф: "F",
  Г: "G",
  Ж: "J",
};

/** A new class code from the system's randomness. Whether it is free is decided by the write that takes it. */
export function drawClassCode(): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}

/**
 * The code behind what somebody typed: any case, spaces, dots and dashes between, Cyrillic letters for Latin ones.
 * Undefined when it can't be a code.
 */
export function readClassCode(typed: string): string | undefined {
  const characters = Array.from(typed.normalize("NFC").toUpperCase()).filter(
    (character) => !/[\s.\-–—_]/.test(character),
  );
  const folded = characters.map((character) => foldings[character] ?? character);
  const isCode = folded.length === length && folded.every((character) => alphabet.includes(character));
  return isCode ? folded.join("") : undefined;
}
