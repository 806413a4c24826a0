import { soundKey, stem } from "../kernel/mongolian/index.ts";
import { type ScreenedWord, sentenceEnd } from "./screened-text.ts";

/**
 * A phrase that rules look for, written in Cyrillic:
 * `амиа хорло*` words that follow each other · `..` up to five words between · `а|б` either · `*` any form of the word
 * (known endings only, never a substring: амь is not in амьтан) · no star: exactly this form.
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
  const steps: Step[] = [];
  let gap = 0;
  for (const part of phrase.split(" ")) {
    if (part === "..") {
      gap = gapWords;
      continue;
    }
    steps.push(toStep(part, gap));
    gap = 0;
  }
  return (words) => words.some((_, start) => matchesFrom(steps, words, start));
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
 * Endings by sound (long vowels shortened, э as е, ө as о, й and ы as и; V is а, е or о), up to three in a row: plural, case, possession,
 * tense, wish, causation, negation, derived -гч, -лт.
 */
const oneEnding = [
  "ууд|чууд|нууд|д|нар",
  "ин|иин|ни|н|г|иг|ги|гиин|д|т|нд|Vд|Vс|гVс|Vр|гVр|тVи|таи|теи|тои|руу|луу|ру|лу|гуи",
  "V|гV|нV|даа|тV|дV|ха|хан|хен",
  "х|Vх|их|хV|сVн|Vсн|сн|сVнV|лV|лVV|жVе|же|ж|ч|Vд|гVд|иад|дVг|дг|Vдг|нV|Vв|в|иж",
  "вVл|бVл|мVр|Vмар|Vмор|Vмер|имар|имер|мVг|сVр|тVл|магц|ъиа|иа|ие|ио|иV",
  "уул|ул|лга|лге|лго|га|ге|го|гд|лц|лд|чих|чк|цгV|Vч|гVч|Vраи|Vреи|гтун|гч|лт|мж|л|и",
]
  .join("|")
  .replaceAll("V", "[аео]");
const endings = new RegExp(`^(?:${oneEnding}){1,4}$`, "u");
