import type { Ctx, Student } from "../../kernel/index.ts";
import { analyseText, type TextbookPorts } from "../../textbook/index.ts";
import type { Citation, Passage } from "../../textbook/schema.ts";

/** More than a chapter's passages in most books; the nearest to the section's title come first. */
const mostPassages = 120;

export type Place = Pick<Citation, "textbookId" | "grade" | "chapter" | "section">;

/** The passages of a place in a book, in reading order: those of its section, then the others of its chapter. */
export async function loadChapter(
  ctx: Ctx<Student, Pick<TextbookPorts, "passages">>,
  place: Place,
): Promise<{ readonly section: readonly Passage[]; readonly chapter: readonly Passage[] }> {
  const { textbookId, grade, chapter, section } = place;
  const title = [chapter, section].filter((part) => part !== undefined).join("\n");
  if (title === "" || grade > ctx.actor.grade) return { section: [], chapter: [] };
  const { lexical } = await ctx.passages.search({
    readings: [analyseText(title)],
    grades: [grade],
    textbookId,
    limit: mostPassages,
  });
  const here = lexical
    .map(({ passage }) => passage)
    .filter((passage) => passage.textbookId === textbookId && passage.chapter === chapter)
    .toSorted((one, other) => one.order - other.order);
  const inSection = (passage: Passage) => passage.section === section;
  return {
    section: here.filter(inSection),
    chapter: chapter === undefined ? [] : here.filter((passage) => !inSection(passage)),
  };
}
