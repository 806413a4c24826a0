import { foldMongolian } from "../../kernel/mongolian/index.ts";
import { exerciseAnswers, isAmong, latinUnknown, numbersIn } from "./exercise-answers.ts";
import type { HintState } from "./hint-level.ts";

/** What an answer gives away that the pupil has not earned yet. */
export type Leak = "final-answer" | "full-solution" | "written-work";

/** Computed steps in one answer from which on it is a solution, not a hint. */
const stepsOfASolution = { "attempt-asked": 1, refused: 1, hint: 3, example: 12, solution: Number.POSITIVE_INFINITY };
/** Words of connected prose from which on a text that was to be written has been written. */
const wordsOfAWork = 70;

/** Over folded text: «хариу нь 5», «эцсийн хариу: …», "the answer is". */
const namesResult =
  /(?:хари(?:у|ул)т?\p{L}{0,3}|эцсийн\s(?:ур\sдун|хариу\p{L}*)|шийд\p{L}{0,3}|гарах\sтоо|answer|result|solution|ответ)\s?(?:нь|бол|is|будет)?\s?[:=—–-]?\s?(?:\*\*|\$)?\s?(?:[a-z]\s?=\s?)?[-−]?\d/u;
const namesChoice =
  /(?:зов\s)?(?:хари(?:у|ул)т?\p{L}{0,3}|сонголт)\s?(?:нь|бол)?\s?[:=—–-]?\s?[«"(*]{0,3}[абвгдa-e](?:[)»".*,]|\s|$)|the\s(?:correct\s)?(?:answer|option)\sis\s[«"(*]{0,3}[a-e]\b/u;
const namesUnknown =
  /(?<![\p{L}\d])([a-z])\p{N}?\s?=\s?[-−]?\d+(?:[.,/]\d+)?(?![\d\s]*[-+*/·×^²³(]|\s?[\p{Script=Latin}(])/gu;

/** Tasks of writing. */
const isWriting =
  /эссе|зохион бичлэг|найруулал|реферат|илтгэл|шулэг\p{L}* (бич|зохио)|захидал бич|essay|write (a|an) (story|report|letter)/u;

/**
 * Finds what an answer gives away: the result itself, however it is written; a chain of computed steps; the written work.
 * `text` is all of the answer so far, so that nothing hides between two sentences. The exercise's own numbers are no
 * leak, nor is what the pupil found alone (`said`).
 */
export function findLeak(
  text: string,
  { exercise, step }: Pick<HintState, "exercise" | "step">,
  said: readonly string[],
): Leak | undefined {
  if (step === "solution") return undefined;
  const plain = foldMongolian(plainMaths(text));
  const answers = exerciseAnswers(exercise);
  const known = [exercise, ...said].flatMap(numbersIn);
  const found = said.flatMap(numbersIn);
  const secret = answers.filter((value) => !isAmong(value, found));
  if (secret.some((value) => states(plain, value, isAmong(value, known)))) return "final-answer";
  // A similar exercise, worked out, has a result of its own.
  if (step !== "example" && answers.length === 0 && namesNewResult(plain, known)) return "final-answer";
  if (namesChoice.test(plain) && /(^|\n|\s)[абвга-гabcd][).]\s/iu.test(exercise)) return "final-answer";
  if (countSteps(plain, exercise) >= stepsOfASolution[step]) return "full-solution";
  if (isWriting.test(foldMongolian(exercise)) && longestProse(text) >= wordsOfAWork) return "written-work";
  return undefined;
}

/**
 * Whether the text says this value as a result: `x = 5`, «хариу нь 5», «5 болно», «x нь 5-тай тэнцүү», or spelt out. A value
 * that the exercise itself holds may stand after any other sign than that of the unknown or the result.
 */
function states(plain: string, value: number, isOrdinary: boolean): boolean {
  const digits = String(Math.abs(value)).replace(".", "[.,]");
  const sign = value < 0 ? "[-−]\\s?" : "(?<![-−]\\s?)";
  const before = isOrdinary
    ? "(?:^|[^\\p{L}\\d])[a-z]\\d?\\s?=|(?:хари(?:у|ул)|шийд|answer|result|solution)\\p{L}{0,3}\\s?(?:нь|бол|is|:|=)?(?:\\s?[a-z]\\s?=)?|[a-z]\\s(?:нь|бол|is)|^\\s?=|[.!?]\\s?="
    : "=|≈|→|:|нь|is|бол|гарна|гарах";
  const isResult = new RegExp(
    `(?:${before})\\s?(?:\\*\\*|\\$)?\\s?${sign}${digits}(?![\\d.,]*\\d|\\s?[-+](?=\\s?[\\da-z(])|\\s?[*/·×^²³=]|\\s?[a-z(])`,
    "u",
  );
  const inWords = numberWords[value];
  return (
    isResult.test(plain) ||
    new RegExp(`(?<![\\d.,])${sign}${digits}(?![\\d.,]*\\d)\\s?(?:гэсэн\\s)?(?:гарна|гарлаа|гардаг|гэж гар)`, "u").test(
      plain,
    ) ||
    (inWords !== undefined &&
      new RegExp(`(?:хари(?:у|ул)\\p{L}*|[a-z])\\s(?:нь\\s|бол\\s|is\\s)?(?:${inWords})(?!\\p{L}{3})`, "u").test(plain))
  );
}

/** Small results are spelt out to get past a filter. Folded. */
const numberWords: Readonly<Record<number, string>> = {
  0: "тэг|zero",
  1: "нэг|one",
  2: "хоёр|хоер|two",
  3: "гурав|three",
  4: "дорв|дороо?в|four",
  5: "тав|five",
  6: "зургаа|six",
  7: "долоо|seven",
  8: "найм|eight",
  9: "ес|nine",
  10: "арав|ten",
};

function namesNewResult(plain: string, known: readonly number[]): boolean {
  const named = namesResult.exec(plain)?.[0];
  if (named !== undefined && numbersIn(named).some((value) => !isAmong(value, known))) return true;
  return [...plain.matchAll(namesUnknown)].some(([found]) => {
    const [value] = numbersIn(found.slice(found.indexOf("=") + 1));
    return value !== undefined && !isAmong(value, known);
  });
}

/** Equalities that compute with numbers of this exercise. A formula in letters is a rule, not a step. */
function countSteps(plain: string, exercise: string): number {
  const own = new Set(numbersIn(exercise));
  const equalities =
    plain.match(/[\p{Script=Latin}\d()²³^√.,\s+\-−–*·×/:]{1,60}=[\p{Script=Latin}\d()²³^√.,\s+\-−–*·×/:]{1,60}/gu) ??
    [];
  const bare = foldMongolian(plainMaths(exercise)).replace(/\s/gu, "");
  return equalities.filter((equality) => {
    const compact = equality.replace(/\s|[.,]$/gu, "");
    return !bare.includes(compact) && numbersIn(equality).some((value) => own.has(Math.abs(value)));
  }).length;
}

function longestProse(text: string): number {
  return Math.max(
    0,
    ...text
      .split(/\n\s*(?:[-*•]|\d+[.)])\s|\[\d+\]/u)
      .map((part) => (part.replace(/[^.!\n]*\?/gu, " ").match(/\p{L}+/gu) ?? []).length),
  );
}

const plainMaths = (text: string): string =>
  latinUnknown(text)
    .replace(/\\(?:boxed|text|mathrm|mathbf)\s*\{([^{}]{0,80})\}/gu, "= $1")
    .replace(/\\frac\s*\{([^{}]{0,40})\}\s*\{([^{}]{0,40})\}/gu, "$1/$2")
    .replace(/\\(?:cdot|times)/gu, "·")
    .replace(/\*\*|[$\\{}]/gu, " ");
