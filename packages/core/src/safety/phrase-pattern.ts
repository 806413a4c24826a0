import { soundKey, stem } from "../kernel/mongolian/index.ts";
import { type ScreenedWord, sentenceEnd } from "./screened-text.ts";

/**
 * A phrase that rules look for, written in Cyrillic:
 * `амиа хорло*` words that follow each other · `..` up to five words between · `а|б` either · `*` any form of the word
 * (known endings only, never a substring: амь is not in амьтан) · no star: exactly this form · `а|б_в` an alternative of
 * several words.
 */
export type Phrase = string;

interface Step {
  readonly exact: ReadonlySet<string>;
  readonly forms: readonly { readonly key: string; readonly stem: string }[];
  /** Words that may stand before this one. */
  readonly gap: number;
}

const gapWords = 5;

export type PhraseMatcher = (words: readonly ScreenedWord[]) => boolean;

export function compilePhrase(phrase: Phrase): PhraseMatcher {
  const variants = spellOut(phrase.split(" ")).map(toSteps);
  return (words) => variants.some((steps) => words.some((_, start) => matchesFrom(steps, words, start)));
}

/** Phrases without `_`: one for the single words of a part, one for each alternative of several words. */
function spellOut(parts: readonly string[]): readonly (readonly string[])[] {
  const [part, ...rest] = parts;
  if (part === undefined) return [[]];
  const alternatives = part.split("|");
  const single = alternatives.filter((alternative) => !alternative.includes("_"));
  const several = alternatives.filter((alternative) => alternative.includes("_")).map((each) => each.split("_"));
  const heads = [...(single.length > 0 ? [[single.join("|")]] : []), ...several];
  return heads.flatMap((head) => spellOut(rest).map((tail) => [...head, ...tail]));
}

function toSteps(parts: readonly string[]): readonly Step[] {
  const steps: Step[] = [];
  let gap = 0;
  for (const part of parts) {
    if (part === "..") {
      gap = gapWords;
      continue;
    }
    steps.push(toStep(part, gap));
    gap = 0;
  }
  return steps;
}

function toStep(part: string, gap: number): Step {
  const exact = new Set<string>();
  const forms: { key: string; stem: string }[] = [];
  for (const word of part.split("|")) {
    if (word.endsWith("*")) forms.push({ key: soundKey(word.slice(0, -1)), stem: stem(word.slice(0, -1)) });
    else exact.add(soundKey(word));
  }
  return { exact, forms, gap };
}

function matchesFrom(steps: readonly Step[], words: readonly ScreenedWord[], position: number): boolean {
  const [step, ...rest] = steps;
  if (step === undefined) return true;
  for (let at = position; at <= position + step.gap && at < words.length; at += 1) {
    if (words[at] === sentenceEnd) return false;
    if (fits(step, words[at]) && matchesFrom(rest, words, at + 1)) return true;
  }
  return false;
}

function fits({ exact, forms }: Step, word: ScreenedWord | undefined): boolean {
  if (word === undefined) return false;
  return exact.has(word.key) || forms.some((form) => isForm(word, form));
}

/** Same stem, or the word followed by nothing but endings. */
function isForm(word: ScreenedWord, form: { readonly key: string; readonly stem: string }): boolean {
  if (word.key === form.key) return true;
  if (form.stem.length >= 3 && word.stem === form.stem) return true;
  return word.key.startsWith(form.key) && endings.test(word.key.slice(form.key.length));
}

/**
 * Endings by sound (long vowels shortened, э as е, ө as о, й and ы as и; V is а, е or о), up to three in a row: plural, case,
 * possession, tense, wish, causation, negation. One of a single letter may only stand last, or амьтан would be амь-т-а-н.
 */
const longEndings = [
  "ууд|уд|чууд|чуд|нууд|нуд|нар",
  "ин|иин|ни|иг|ги|гиин|нд|Vд|Vс|гVс|нVс|Vр|гVр|тVи|таи|теи|тои|руу|луу|ру|лу|гуи",
  "гV|нV|ха|хан|хен|хо",
  "Vх|их|хV|сVн|Vсн|Vсан|Vсен|Vсон|сн|сVнV|лV|Vлаа|жVе|же|ж|Vж|Vч|иж|Vд|гVд|иад|дVг|дг|Vдг|Vдаг|Vв|ив",
  "вVл|Vвал|Vвел|Vвол|бVл|мVр|Vмар|Vмор|Vмер|имар|имер|мVг|сVр|тVл|магц|ъиа|иа|ие|ио|иV|Vиа",
  "уул|ул|уулах|улах|лга|лге|лго|гд|лц|лд|чих|чк|цгV|Vраи|Vреи|Vроои|Vрои|гтун|гч|лт|мж",
]
  .join("|")
  .replaceAll("V", "[аео]");
const endings = new RegExp(`^(?=.)(?:${longEndings}){0,3}(?:[аеогндтхжчвли]|[дт][аео])?$`, "u");
