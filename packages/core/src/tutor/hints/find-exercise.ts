import { foldMongolian, readingsOf } from "../../kernel/mongolian/index.ts";
import type { Passage } from "../../textbook/schema.ts";
import { pickExercise } from "../book-answer/pick-exercise.ts";
import { questionKind } from "../book-answer/question-kind.ts";
import { topicWords, wordCover } from "../book-answer/word-match.ts";
import { exerciseAnswers } from "./exercise-answers.ts";
import type { HintLevel } from "./hint-level.ts";

/** A task that a teacher gave, as the ladder needs it. */
export interface OpenTask {
  readonly taskId: string;
  readonly text: string;
  readonly level: HintLevel;
}

export interface FoundExercise {
  /** Its text as far as it is known: of the book, of the task, else what the pupil wrote. */
  readonly text: string;
  readonly task?: OpenTask;
  readonly passage?: Passage;
}

/** Folded endings of a text problem: what is asked for is a value. */
const asksForValue =
  /(хэд|хэдэн|хэдий|хэчнээн|ямар)\p{L}{0,3}(\s\S{1,20}){0,4}\s?(вэ|бэ|уу|\?)|(олоорой|олно уу|олоод|ол|тооцоол\p{L}*|бодоорой|бодно уу|шийд\p{L}{0,4}|хялбарчил\p{L}*|задал\p{L}*|байгуул\p{L}*)\s*[.!?]*$|how (many|much|far|long|old)|\b(find|calculate|solve|simplify|compute)\b/u;
const asksToWrite =
  /(эссе|зохион бичлэг|найруулал|реферат|илтгэл|шулэг|захидал|дугнэлт)\p{L}*\s.{0,40}(бич|зохио|найруул|хий|бэлд|гарга)|write (me )?(a|an|my) (essay|report|story|poem|letter|paragraph)/u;
const choices = /(^|\s)[аa][).]\s.{1,200}(\s|\n)[бb][).]\s/iu;

/** How much of a task's words a question must hold, or of the question's words the task, to be about it. */
const sameTask = 0.6;
const fewestWords = 3;

/** The exercise that a question is about, if it is about one and not about the matter of a lesson. */
export function findExercise(
  question: string,
  passages: readonly Passage[],
  tasks: readonly OpenTask[],
): FoundExercise | undefined {
  const reading = readingsOf(question)[0] ?? question;
  const folded = foldMongolian(reading);
  const topic = topicWords(reading);
  const task = tasks.find(({ text }) => isAbout(topic, text));
  const best = passages[0];
  const isCopied = best?.kind === "exercise" && topic.length >= 3 && wordCover(topic, best.text) >= 0.8;
  const named = questionKind(reading) === "exercise" ? pickExercise(question, passages) : undefined;
  const passage = isCopied ? best : named;
  if (task) return { text: task.text, task, ...(passage ? { passage } : {}) };
  if (passage) return { text: passage.text, passage };
  // The second law, the year 1921: no quantities.
  const numbers = (
    question.match(/\d+(?:[.,]\d+)?(?!\d|\s?-?\s?(?:р|дугаар|дүгээр|дахь|дэх|он|онд|оны)(?!\p{L}))/gu) ?? []
  ).length;
  const isExercise =
    questionKind(reading) === "exercise" ||
    exerciseAnswers(question).length > 0 ||
    (numbers >= 2 && topic.length >= 3 && asksForValue.test(folded)) ||
    asksToWrite.test(folded) ||
    asksToWrite.test(question.toLowerCase()) ||
    choices.test(question);
  return isExercise ? { text: question } : undefined;
}

function isAbout(topic: readonly string[], text: string): boolean {
  if (topic.length < fewestWords) return false;
  const words = topicWords(text);
  const share = wordCover(topic, text);
  const back = wordCover(words, topic.join(" "));
  return share >= sameTask && back >= sameTask / 2;
}
