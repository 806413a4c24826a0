import { foldMongolian, readingsOf, soundKey } from "../../kernel/mongolian/index.ts";
import type { Passage } from "../../textbook/schema.ts";
import { sameWord, topicWords, wordCover } from "./word-match.ts";

const numberAfter = /(?:бодлог|дасгал|даалгавар)\p{L}*\s*(?:№|#)?\s*(\d{1,3})/u;
const numberBefore = /(\d{1,3})\s*-?\s*(?:р|дугаар|дэх|дахь)?\s*(?:бодлог|дасгал|даалгавар)/u;
/** Words that only ask to solve something. */
const solving =
  "бодлого дасгал даалгавар бод бодож бодоод бодоорой бодоходоо туслаач тусална хийж хийгээд өгөөч өг хариу хариуг олж тайлбарла"
    .split(" ")
    .map(soundKey);

/** The number of the exercise that a question names. */
export function exerciseNumber(question: string): string | undefined {
  const folded = foldMongolian(readingsOf(question)[0] ?? question);
  return (numberAfter.exec(folded) ?? numberBefore.exec(folded))?.[1];
}

/** Whether a question says more of its exercise than a number: words of it, or its calculation. */
export function isIdentified(question: string): boolean {
  return ownWords(question).length > 0 || /[\p{L}\d]\s*[+=×·÷*/^²³−]\s*[\p{L}\d(]/u.test(question);
}

/** The exercise that a question means: the one of its number, else the one that has its words. */
export function pickExercise(question: string, passages: readonly Passage[]): Passage | undefined {
  const exercises = passages.filter(({ kind }) => kind === "exercise");
  const number = exerciseNumber(question);
  const words = ownWords(question);
  const covers = (passage: Passage) => wordCover(words, `${passage.chapter ?? ""} ${passage.text}`);
  if (number !== undefined) {
    const numbered = exercises.filter(({ text }) => bears(text, number));
    return words.length === 0 ? numbered[0] : best(numbered, covers, 0.2);
  }
  return words.length === 0 ? undefined : best(exercises, covers, 0.6);
}

/** Whether an exercise of this number stands in the text: «Дасгал 3. …», or «3. …» at the start of a line. */
const bears = (text: string, number: string): boolean =>
  new RegExp(`(?:^|\\n)\\s*(?:\\p{L}+\\s*)?(?:№\\s*)?${number}\\s*[.)]`, "u").test(text);

function best(passages: readonly Passage[], score: (passage: Passage) => number, least: number): Passage | undefined {
  const scores = passages.map(score);
  const highest = Math.max(...scores, 0);
  return highest >= least ? passages[scores.indexOf(highest)] : undefined;
}

function ownWords(question: string): readonly string[] {
  // The ending of a number («3-ыг») is no word.
  const reading = (readingsOf(question)[0] ?? question).replace(/(\d)\s?[-–]\s?\p{Ll}{1,5}/gu, "$1");
  const words = topicWords(reading);
  return words.filter(
    (word) => !/^\d+$/u.test(word) && word.length > 1 && !solving.some((each) => sameWord(each, word)),
  );
}
