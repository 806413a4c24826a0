import { readPolynomial, rootsOf } from "./polynomial.ts";

/** A calculation in a text: no words, an operator or an equals sign in it. */
const calculation = /(?:[\d\p{Script=Latin}\s()²³^+\-−–—×·⋅*÷:/=?{}$\\]|(?<=\d)[.,](?=\d)){3,120}/gu;
/** «Дасгал 3.», «1-р бодлого:», «5)»: the number of the exercise is no part of it. */
const label =
  /(?:^|\n)\s*\d{1,3}\s?[.)](?!\d)|(?:дасгал|бодлог|даалгавар)\p{L}*\s*№?\s*\d{1,3}[.):]?|\d{1,3}\s?-?\s?(?:р|дугаар|дүгээр)\s+(?:дасгал|бодлог|даалгавар)\p{L}*[.:]?/giu;
const operator = /[+\-−–×·⋅*÷:/²³^]/u;
const closeEnough = 1e-9;

/**
 * The values that solve the calculations of an exercise: the roots of each equation in one unknown (first and second
 * degree), the value of each sum that is to be worked out. Empty where nothing can be said for certain: a text problem.
 */
export function exerciseAnswers(exercise: string): readonly number[] {
  const bare = latinUnknown(exercise.replace(label, "\n"));
  const found = (bare.match(calculation) ?? []).flatMap((text) => answersOf(text.trim()));
  return found.filter((value, index) => found.findIndex((other) => Math.abs(other - value) < closeEnough) === index);
}

function answersOf(text: string): readonly number[] {
  if (!operator.test(text) && !text.includes("=")) return [];
  const sides = text
    .replace(/[:\s]+$/u, "")
    .split("=")
    .map((side) => side.replace(/\?/gu, "").trim());
  const [left = "", right = ""] = sides;
  if (sides.length === 1 || right === "") return valueOf(left);
  if (sides.length > 2) return [];
  const one = readPolynomial(left);
  const other = readPolynomial(right);
  if (!one || !other) return [];
  const power = Math.max(one.length, other.length);
  const difference = Array.from({ length: power }, (_unused, at) => (one[at] ?? 0) - (other[at] ?? 0));
  return rootsOf(difference) ?? [];
}

/** A sum without unknowns. One number alone is no exercise. */
function valueOf(text: string): readonly number[] {
  const value = readPolynomial(text);
  return value?.length === 1 && operator.test(text) ? value : [];
}

/** х and у typed in Cyrillic stand for x and y. */
const latinUnknown = (text: string): string =>
  text.replace(/(?<!\p{L})[ху](?!\p{L})/giu, (letter) => (letter.toLowerCase() === "х" ? "x" : "y"));

/** The numbers that a text names, as written: «x = −2,5» names −2.5. */
export function numbersIn(text: string): readonly number[] {
  return [
    ...text.replace(/(?<=\d)[\u00A0\u202F](?=\d{3})/gu, "").matchAll(/(?<![\d.,])([-−–]?)\s?(\d+(?:[.,]\d+)?)/gu),
  ].map(([, sign, digits]) => Number((digits ?? "").replace(",", ".")) * (sign ? -1 : 1));
}

export const isAmong = (value: number, values: readonly number[]): boolean =>
  values.some((other) => Math.abs(other - value) < 1e-6);
