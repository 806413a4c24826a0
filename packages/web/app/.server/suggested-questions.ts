import { type ContentsEntry, readContents, type TextbookView } from "@ukhaan/core/textbook";
import type { Subject } from "@ukhaan/core/textbook/schema";
import type { actorContext } from "./context.ts";

export interface SuggestedQuestion {
  readonly question: string;
  readonly subject: Subject;
  readonly bookTitle: string;
}

type StudentCtx = Awaited<ReturnType<typeof actorContext<"student">>>;

const booksAsked = 4;
const questionsShown = 4;
/** Headings that are not a topic: contents, exercises, summaries, glossaries, answers. */
const noTopic =
  /^(гарчиг|агуулга|удиртгал|оршил|дасгал|даалгавар|бодлого|нэмэлт|дүгнэлт|бүлгийн|толь|нэр томьёо|хариу|хавсралт|ном зүй)/i;

/**
 * Questions for a conversation that has not begun: topics of the pupil's books, others every day.
 * Taken from the printed contents, so that the books do answer them.
 */
export async function suggestQuestions(ctx: StudentCtx, books: readonly TextbookView[]): Promise<SuggestedQuestion[]> {
  const ready = books.filter(({ state }) => state === "ready").slice(0, booksAsked);
  const day = Math.floor(ctx.clock.nowMs() / 86_400_000);
  const contents = await Promise.all(ready.map(({ textbookId }) => readContents(ctx, { textbookId })));
  const shelves = ready.map(({ title, subject }, index) => {
    const topics = topicsOf(contents[index] ?? []);
    const start = day % Math.max(1, topics.length);
    const today = [...topics.slice(start), ...topics.slice(0, start)];
    return today.map((topic) => ({ question: questionAbout(topic), subject, bookTitle: title }));
  });
  // One of each book in turn, until there are enough.
  const rounds = Array.from({ length: questionsShown }, (_, round) => shelves.flatMap((shelf) => shelf[round] ?? []));
  return rounds.flat().slice(0, questionsShown);
}

function topicsOf(contents: readonly ContentsEntry[]): string[] {
  // Where lessons have numbers, an entry without one is none: «Хэрэглэгдэхүүн», «Нэмэлт уншлага».
  const numbered = contents.filter(({ title }) => /^§?\s*\d+\.\d+/.test(title));
  const sections = contents.filter(({ level }) => level === 2);
  return (numbered.length > 0 ? numbered : sections)
    .map(({ title }) => title.replace(/^[§\d.\s]+(?=\p{L})/u, "").trim())
    .filter((title) => title.length >= 4 && title.length <= 60 && !noTopic.test(title));
}

/** In Mongolian on every page: that is the language of the books. */
const questionAbout = (topic: string) =>
  /\s(вэ|бэ|уу|үү|юу)\??$/.test(topic) ? `${topic.replace(/\?$/, "")}?` : `«${topic}» сэдвийг тайлбарлаач`;
