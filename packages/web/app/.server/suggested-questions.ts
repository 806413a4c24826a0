import { type ContentsEntry, readContents, type TextbookView } from "@ukhaan/core/textbook";
import type { Subject } from "@ukhaan/core/textbook/schema";
import type { Locale } from "~/i18n/words.ts";
import type { actorContext } from "./context.ts";

export interface SuggestedQuestion {
  readonly question: string;
  readonly subject: Subject;
  readonly bookTitle: string;
}

type StudentCtx = Awaited<ReturnType<typeof actorContext<"student">>>;

const booksAsked = 4;
/** Headings that are not a topic: contents, exercises, summaries, glossaries, answers. */
const noTopic = /^(гарчиг|агуулга|удиртгал|оршил|дасгал|даалгавар|дүгнэлт|бүлгийн|толь|нэр томьёо|хариу|хавсралт|ном зүй)/i;

/**
 * Questions for a conversation that has not begun: one topic of each of the pupil's books, another every day.
 * Taken from the printed contents, so that the books do answer them.
 */
export async function suggestQuestions(
  ctx: StudentCtx,
  books: readonly TextbookView[],
  locale: Locale,
): Promise<SuggestedQuestion[]> {
  const ready = books.filter(({ state }) => state === "ready").slice(0, booksAsked);
  const day = Math.floor(ctx.clock.nowMs() / 86_400_000);
  const contents = await Promise.all(ready.map(({ textbookId }) => readContents(ctx, { textbookId })));
  return ready.flatMap(({ title, subject }, index) => {
    const topics = topicsOf(contents[index] ?? []);
    const topic = topics[day % Math.max(1, topics.length)];
    return topic ? [{ question: questionAbout(topic, locale), subject, bookTitle: title }] : [];
  });
}

function topicsOf(contents: readonly ContentsEntry[]): string[] {
  const deepest = Math.max(0, ...contents.map(({ level }) => level));
  return contents
    .filter(({ level }) => level === deepest)
    .map(({ title }) => title.replace(/^[§\d.\sIVX]+(?=\p{L})/u, "").trim())
    .filter((title) => title.length >= 4 && title.length <= 60 && !noTopic.test(title));
}

const questionAbout = (topic: string, locale: Locale) =>
  locale === "mn" ? `«${topic}» сэдвийг тайлбарлаач` : `Explain the topic «${topic}»`;
