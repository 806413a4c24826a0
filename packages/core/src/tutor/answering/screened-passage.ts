import { screenPassage } from "../../safety/index.ts";
import type { Passage } from "../../textbook/schema.ts";

/** Passages of a few books are read again and again. */
const mostRemembered = 500;
const remembered = new Map<string, ReturnType<typeof screenPassage>>();

/**
 * A passage as it may be quoted: its text and place without what orders the reader or may not be shown to a child.
 * Undefined when it holds nothing but orders.
 */
export function screenedPassage(passage: Passage, grade: number): Passage | undefined {
  const isEnglishLesson = passage.subject === "english";
  const clean = (text: string): string => screened(text, grade, isEnglishLesson).text;
  const { chapter, section, ...rest } = passage;
  const heading = (text: string | undefined) => {
    const verdict = text === undefined ? undefined : screened(text, grade, isEnglishLesson).verdict;
    return verdict?.kind === "allow" ? text : undefined;
  };
  const body = screened(passage.text, grade, isEnglishLesson);
  const isEmpty = !/\p{L}/u.test(body.text);
  const orders = body.verdict.kind !== "allow" && body.verdict.categories.includes("jailbreak");
  if (isEmpty && (orders || body.verdict.kind === "allow")) return undefined;
  const [chapterLeft, sectionLeft] = [heading(chapter), heading(section)];
  return {
    ...rest,
    // Nothing but what a child may not see: its own screening ends the answer there, with the card that says why.
    text: isEmpty ? passage.text : body.text,
    context: clean(passage.context),
    bookTitle: clean(passage.bookTitle),
    ...(chapterLeft === undefined ? {} : { chapter: chapterLeft }),
    ...(sectionLeft === undefined ? {} : { section: sectionLeft }),
  };
}

/** What of a passage may stand in the list of sources, which the pupil sees before any sentence is screened. */
export const shownExcerpt = ({ text, grade, subject }: Passage): string =>
  screened(text, grade, subject === "english").text;

function screened(text: string, grade: number, isEnglishLesson: boolean): ReturnType<typeof screenPassage> {
  const key = `${grade}${isEnglishLesson ? "e" : ""}:${text}`;
  const known = remembered.get(key);
  if (known) return known;
  const result = screenPassage(text, { grade, isEnglishLesson });
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(key, result);
  return result;
}
