import { screenPassage } from "../../safety/index.ts";
import type { Passage } from "../../textbook/schema.ts";

/** Passages of a few books are read again and again. */
const mostRemembered = 500;
const remembered = new Map<string, ReturnType<typeof screenPassage>>();

/**
 * A passage as it may be quoted: its text and place without what orders the reader or may not be shown to a child.
 * Undefined when nothing of its text is left.
 */
export function screenedPassage(passage: Passage, grade: number): Passage | undefined {
  const isEnglishLesson = passage.subject === "english";
  const clean = (text: string): string => screened(text, grade, isEnglishLesson).text;
  const { chapter, section, ...rest } = passage;
  const heading = (text: string | undefined) => {
    const verdict = text === undefined ? undefined : screened(text, grade, isEnglishLesson).verdict;
    return verdict?.kind === "allow" ? text : undefined;
  };
  const text = clean(passage.text);
  if (!/\p{L}/u.test(text)) return undefined;
  const [chapterLeft, sectionLeft] = [heading(chapter), heading(section)];
  return {
    ...rest,
    text,
    context: clean(passage.context),
    bookTitle: clean(passage.bookTitle),
    ...(chapterLeft === undefined ? {} : { chapter: chapterLeft }),
    ...(sectionLeft === undefined ? {} : { section: sectionLeft }),
  };
}

function screened(text: string, grade: number, isEnglishLesson: boolean): ReturnType<typeof screenPassage> {
  const key = `${grade}${isEnglishLesson ? "e" : ""}:${text}`;
  const known = remembered.get(key);
  if (known) return known;
  const result = screenPassage(text, { grade, isEnglishLesson });
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(key, result);
  return result;
}
