import type { Passage } from "../../textbook/schema.ts";
import { citePassage } from "../answering/cite-passage.ts";
import { fixedSentences } from "../answering/fixed-sentences.ts";
import { chooseMethod, type PassagesInput, withoutSolution } from "../book-answer/answer-from-passages.ts";
import { citeQuotes, type PassagesAnswer } from "../book-answer/cite-quotes.ts";
import { quoteUnits } from "../book-answer/quote-units.ts";
import { checkAttempt } from "./check-attempt.ts";
import { equationPower, exerciseAnswers } from "./exercise-answers.ts";
import type { Guidance } from "./guide-exercise.ts";
import { ladderWords } from "./ladder-words.ts";

/**
 * What the ladder says without a model: the exercise, what can be said for certain of the attempt, and what the rung gives,
 * quoted from the book. `passages` best first; empty where the books hold nothing about it.
 */
export function composeGuidance(guidance: Guidance, input: Omit<PassagesInput, "readings">): PassagesAnswer {
  const { state, message, isNew } = guidance;
  const { passages, locale } = input;
  const words = ladderWords(locale);
  const intro = fixedSentences(locale).exerciseIntro;
  const exercise = passages.find(({ text }) => text.slice(0, 600) === state.exercise);
  switch (state.step) {
    case "refused":
      return lay([words.refused], quoteRule(guidance, input, exercise), []);
    case "attempt-asked": {
      const shown = isNew && exercise ? citeQuotes([{ passage: exercise, units: [] }]).citations : [];
      const quoted = isNew && exercise ? [`${withoutSolution(exercise.text)} [1]`] : [];
      return {
        text: [...(isNew ? [intro] : []), ...quoted, askForTry(guidance, words)].join("\n\n"),
        citations: shown,
      };
    }
    case "hint":
      if (message.kind !== "attempt" && message.kind !== "bare-answer") {
        return lay([askForTry(guidance, words)], none, []);
      }
      return lay([feedback(guidance, words)], hint(guidance, input, exercise), [words.nextTry]);
    case "example":
      return lay([feedback(guidance, words)], workedExample(guidance, input, exercise), [words.nextTry]);
    case "solution":
      return solution(guidance, passages, exercise, words);
  }
}

type Words = ReturnType<typeof ladderWords>;
const none: PassagesAnswer = { text: "", citations: [] };

const lay = (before: readonly string[], quoted: PassagesAnswer, after: readonly string[]): PassagesAnswer => ({
  text: [...before, quoted.text, ...after].filter((part) => part !== "").join("\n\n"),
  citations: quoted.citations,
});

function askForTry({ message, state, isNew }: Guidance, words: Words): string {
  if (message.kind === "plea" && message.offloading === "authority") return words.leaveIsSetByTeacher;
  if (message.kind === "plea" && !isNew) return words.notForYou;
  if (message.kind === "stuck")
    return state.hints > 0 ? `${words.smallerStep}\n\n${words.breakDown}` : words.smallerStep;
  return words.firstTry;
}

/** Only what was computed is said of an attempt; a bare result is the pupil's own to check. */
function feedback({ state, message, written }: Guidance, words: Words): string {
  if (message.kind === "bare-answer") return words.showWorking;
  const check = checkAttempt(state.exercise, written);
  switch (check.kind) {
    case "step-breaks":
      return `${words.stepBreaks}$${check.step}$`;
    case "step-holds":
      return words.stepHolds;
    case "result-holds":
      return words.resultHolds;
    case "result-breaks":
      return words.resultBreaks;
    case "unknown":
      return words.seenAttempt;
  }
}

function hint(
  guidance: Guidance,
  input: Omit<PassagesInput, "readings">,
  exercise: Passage | undefined,
): PassagesAnswer {
  const words = ladderWords(input.locale);
  if (isDone(guidance)) return none;
  if (guidance.state.hints >= 3) return workedExample(guidance, input, exercise);
  const power = equationPower(guidance.state.exercise);
  const step = power && words.equationHints[power][guidance.state.hints - 1];
  // A first-degree equation needs no page of the book; of others the book has the rule.
  const rule = power === 1 ? none : quoteRule(guidance, input, exercise);
  if (step !== undefined) return lay([step], guidance.state.hints === 1 ? none : rule, []);
  if (rule.text === "") return { text: words.breakDown, citations: [] };
  return guidance.state.hints === 1
    ? lay([words.ruleHint], rule, [])
    : lay([words.closerHint], rule, [words.breakDown]);
}

const isDone = ({ state, message, written }: Guidance): boolean =>
  message.kind === "attempt" && checkAttempt(state.exercise, written).kind === "result-holds";

/** The rule from the exercise's section, its chapter, or what was found. */
function quoteRule(
  { state }: Guidance,
  input: Omit<PassagesInput, "readings">,
  exercise: Passage | undefined,
): PassagesAnswer {
  // How a similar one is worked out is a rung of its own.
  const passages = input.passages.filter((passage) => !isWorkedExample(passage));
  return citeQuotes(chooseMethod({ ...input, passages, readings: [state.exercise] }, exercise, state.exercise));
}

const isWorkedExample = ({ kind, text }: Passage): boolean =>
  kind !== "exercise" && /^Жишээ\s*\d|Бодолт\s*:/mu.test(text);

const exampleQuestion = (text: string): string => text.split(/Бодолт\s*:/u)[0] ?? text;

/** A similar exercise that the book works out: never this very one. */
function workedExample(
  guidance: Guidance,
  input: Omit<PassagesInput, "readings">,
  exercise: Passage | undefined,
): PassagesAnswer {
  const words = ladderWords(input.locale);
  if (isDone(guidance)) return none;
  const own = exerciseAnswers(guidance.state.exercise).join(" ");
  const power = equationPower(guidance.state.exercise);
  const similar = input.passages
    .filter(isWorkedExample)
    .filter(({ text }) => own === "" || exerciseAnswers(text).join(" ") !== own)
    .filter(({ text }) => power === undefined || equationPower(exampleQuestion(text)) === power);
  const found = similar.find(({ section }) => section === exercise?.section) ?? similar[0];
  if (found) return lay([words.exampleHint], citeQuotes([{ passage: found, units: quoteUnits(found) }]), []);
  const made = words.linearExamples.find((text) => exerciseAnswers(text).join(" ") !== own);
  if (power === 1 && made !== undefined) return { text: `${words.madeExample}\n\n${made}`, citations: [] };
  return lay([words.noExample], quoteRule(guidance, input, exercise), []);
}

/** The book's own solution; what can be computed; or an honest word. */
function solution(
  { state }: Guidance,
  passages: readonly Passage[],
  exercise: Passage | undefined,
  words: Words,
): PassagesAnswer {
  const key = exercise && /(?:^|\s)(?:Бодолт|Хариу|Хариулт|Шийд)\s*[:.]/u.exec(exercise.text);
  if (exercise && key) {
    return {
      text: `${words.solutionInBook}\n\n${exercise.text.slice(key.index).trim()} [1]`,
      citations: [citePassage(exercise, 1)],
    };
  }
  const values = exerciseAnswers(state.exercise);
  const cited = exercise ?? passages[0];
  const citations = cited ? [citePassage(cited, 1)] : [];
  if (values.length === 0) return { text: words.noSolution, citations };
  return { text: `${words.solutionValue}$${values.map(decimal).join(",\\; ")}$${cited ? " [1]" : ""}`, citations };
}

const decimal = (value: number): string => String(Math.round(value * 1e6) / 1e6).replace(".", "{,}");
