import { listTextbooks, type TextbookView } from "@ukhaan/core/textbook";
import type { actorContext } from "./context.ts";
import { followCursor } from "./follow-cursor.ts";

type StudentCtx = Awaited<ReturnType<typeof actorContext<"student">>>;

/** Pages of 100 books; a grade has some twenty subjects. */
const pagesOfGrade = 3;

/** All books of one grade. */
export function booksOfGrade(ctx: StudentCtx, grade: number): Promise<TextbookView[]> {
  return followCursor((cursor) => listTextbooks(ctx, { grade, ...cursor }), pagesOfGrade);
}

/**
 * The books that a pupil may open, by grade: the own one first, then those below. Each grade is asked for by itself: the
 * list as a whole begins with the lowest, and many books there would push the pupil's own off its first page.
 */
export async function booksOfPupil(ctx: StudentCtx): Promise<{ grade: number; books: TextbookView[] }[]> {
  const grades = Array.from({ length: ctx.actor.grade }, (_, below) => ctx.actor.grade - below);
  const shelves = await Promise.all(grades.map(async (grade) => ({ grade, books: await booksOfGrade(ctx, grade) })));
  return shelves.filter(({ books }) => books.length > 0);
}
