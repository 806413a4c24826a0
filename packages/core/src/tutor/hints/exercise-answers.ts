import { type Polynomial, readPolynomial, rootsOf } from "./polynomial.ts";

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
  const found = calculationsOf(exercise).flatMap(answersOf);
  return found.filter((value, index) => found.findIndex((other) => Math.abs(other - value) < closeEnough) === index);
}

/** Of which power the one equation of an exercise is; undefined for several, for none, and for what can't be solved here. */
export function equationPower(exercise: string): 1 | 2 | undefined {
  const equations = calculationsOf(exercise)
    .map(differenceOf)
    .filter((difference) => difference !== undefined);
  const [only, ...others] = equations.map((difference) => difference.findLastIndex((value) => value !== 0));
  return others.length === 0 && (only === 1 || only === 2) ? only : undefined;
}

const calculationsOf = (exercise: string): readonly string[] =>
  (latinUnknown(exercise.replace(label, "\n")).match(calculation) ?? []).map((text) => text.trim());

const sidesOf = (text: string): readonly string[] =>
  text
    .replace(/[:\s]+$/u, "")
    .split("=")
    .map((side) => side.replace(/\?/gu, "").trim());

function answersOf(text: string): readonly number[] {
  if (!operator.test(text) && !text.includes("=")) return [];
  const [left = "", right = "", ...more] = sidesOf(text);
  if (right === "" && more.length === 0) return valueOf(left);
  const difference = differenceOf(text);
  return difference ? (rootsOf(difference) ?? []) : [];
}

/** An equation as one polynomial that is zero; several in a row are steps, not one. */
function differenceOf(text: string): Polynomial | undefined {
  const [left = "", right = "", ...more] = sidesOf(text);
  if (right === "" || more.length > 0) return undefined;
  const one = readPolynomial(left);
  const other = readPolynomial(right);
  if (!one || !other) return undefined;
  const length = Math.max(one.length, other.length);
  return Array.from({ length }, (_unused, power) => (one[power] ?? 0) - (other[power] ?? 0));
}

/** A sum without unknowns. One number alone is no exercise. */
function valueOf(text: string): readonly number[] {
  const value = readPolynomial(text);
  return value?.length === 1 && operator.test(text) ? value : [];
}

/** х and у typed in Cyrillic stand for x and y. */
export const latinUnknown = (text: string): string =>
  text.replace(/(?<!\p{L})[ху](?!\p{L})/giu, (letter) => (letter.toLowerCase() === "х" ? "x" : "y"));

/** The numbers that a text names, as written: «x = −2,5» names −2.5. */
export function numbersIn(text: string): readonly number[] {
  return [
    ...text.replace(/(?<=\d)[\u00A0\u202F](?=\d{3})/gu, "").matchAll(/(?<![\d.,])([-−–]?)\s?(\d+(?:[.,]\d+)?)/gu),
  ].map(([, sign, digits]) => Number((digits ?? "").replace(",", ".")) * (sign ? -1 : 1));
}

export const isAmong = (value: number, values: readonly number[]): boolean =>
  values.some((other) => Math.abs(other - value) < 1e-6);
