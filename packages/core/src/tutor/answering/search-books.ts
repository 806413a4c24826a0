import type { Ctx, Student } from "../../kernel/index.ts";
import { readingsOf } from "../../kernel/mongolian/index.ts";
import { findPassages, type TextbookPorts } from "../../textbook/index.ts";
import type { Citation, Passage } from "../../textbook/schema.ts";
import { isIdentified, pickExercise } from "../book-answer/pick-exercise.ts";
import { questionKind } from "../book-answer/question-kind.ts";
import type { SavedExchange } from "../ports.ts";
import type { Notice } from "../schema.ts";
import { type FollowUp, readFollowUp, threadTopic, topicPhrase, withoutMasked } from "./follow-up.ts";
import type { FollowRequest } from "./follow-up.ts";
import { loadChapter } from "./load-chapter.ts";
import { screenedPassage } from "./screened-passage.ts";

/** What was found for a question. */
export interface Found {
  /** Best first, at least one; for a request, the section's in reading order and then the chapter's. */
  readonly passages: readonly Passage[];
  /** The question that found them: for a follow-up it holds the thread's topic too. */
  readonly question: string;
  /** What the thread asks for about its topic, instead of an answer to a question. */
  readonly request?: FollowRequest;
  /** What the thread has shown already. */
  readonly shown: string;
  readonly notices: readonly Notice[];
}

/** The question can't be searched for: the pupil is asked what it is about. */
export interface AskBack {
  readonly askBack: "whichTopic" | "whichExercise";
}

type SearchCtx = Ctx<Student, Pick<TextbookPorts, "passages" | "embeddings">>;

const passagesWanted = 8;
/** A follow-up looks deeper, because it keeps to the book of the thread. */
const passagesOfThread = 24;

/**
 * Searches the pupil's books for a question, read with its thread (oldest first); undefined when they do not hold it. What
 * it finds was screened: orders hidden in a page or a heading reach neither a model nor the pupil.
 */
export async function searchBooks(
  ctx: SearchCtx,
  exchange: SavedExchange,
  thread: readonly SavedExchange[],
): Promise<Found | AskBack | undefined> {
  const found = await searchUnscreened(ctx, exchange, thread);
  if (!found || "askBack" in found) return found;
  const passages = found.passages.flatMap((passage) => screenedPassage(passage, ctx.actor.grade) ?? []);
  return passages.length > 0 ? { ...found, passages } : undefined;
}

async function searchUnscreened(
  ctx: SearchCtx,
  exchange: SavedExchange,
  thread: readonly SavedExchange[],
): Promise<Found | AskBack | undefined> {
  if (exchange.mode === "more-detail") {
    // The last question again, as it was read then; whatever was pressed since.
    const at = thread.findLastIndex(({ mode }) => mode === "answer");
    const last = thread[at];
    if (last)
      return searchUnscreened(ctx, { ...exchange, question: last.question, mode: "answer" }, thread.slice(0, at));
  }
  const question = withoutMasked(exchange.question);
  const topic = threadTopic(thread);
  const asked: Asked = {
    question,
    subject: exchange.subject,
    follow: readFollowUp(question),
    topic,
    shown: thread.map(({ answer }) => answer?.text ?? "").join("\n"),
  };
  if (questionKind(readingsOf(question)[0] ?? question) === "exercise") return searchExercise(ctx, asked);
  if (asked.follow.request !== undefined) return searchRequest(ctx, asked, asked.follow.request);
  if (topic === undefined) return searchFor(ctx, asked, question);
  const together = `${topic.words} ${question}`;
  if (!asked.follow.leans) return (await searchFor(ctx, asked, question)) ?? searchFor(ctx, asked, together);
  return (
    (await searchFor(ctx, asked, together, topic.place)) ??
    (await searchFor(ctx, asked, together)) ??
    (asked.follow.ownWords.length > 0 ? searchFor(ctx, asked, question) : undefined)
  );
}

interface Asked extends Pick<Found, "question" | "shown"> {
  readonly subject: SavedExchange["subject"];
  readonly follow: FollowUp;
  readonly topic: ReturnType<typeof threadTopic>;
}

/** Passages for these words; inside the subject, and if it can be the book, of a place that the thread is at. */
async function searchFor(
  ctx: SearchCtx,
  { subject: chosen, follow, shown }: Asked,
  question: string,
  place?: Citation,
): Promise<Found | undefined> {
  const subject = chosen ?? place?.subject;
  const { hits, relevant, fromLowerGrade } = await findPassages(ctx, {
    question,
    grade: ctx.actor.grade,
    limit: place ? passagesOfThread : passagesWanted,
    ...(subject === undefined ? {} : { subject }),
  });
  if (!relevant || hits.length === 0) return undefined;
  const all = hits.map(({ passage }) => passage);
  const inBook = all.filter(({ textbookId }) => textbookId === place?.textbookId);
  const ordered = inBook.length > 0 ? nearFirst(inBook, place) : all;
  const passages = (place ? newFirst(ordered, follow, shown) : ordered).slice(0, passagesWanted);
  return { question, passages, shown, notices: fromLowerGrade ? ["lower-grade"] : [] };
}

/** The thread's own chapter before the rest of its book; what was found best stays first within each. */
function nearFirst(passages: readonly Passage[], place: Citation | undefined): readonly Passage[] {
  const isNear = ({ chapter }: Passage) => chapter === place?.chapter;
  return [...passages.filter(isNear), ...passages.filter((passage) => !isNear(passage))];
}

/** «Яагаад?» alone wants what the thread has not shown yet. */
function newFirst(passages: readonly Passage[], { ownWords }: FollowUp, shown: string): readonly Passage[] {
  if (ownWords.length > 0) return passages;
  const fresh = passages.filter(({ text }) => !shown.includes(text.slice(0, 60)));
  return fresh.length > 0 ? fresh : passages;
}

/** Simpler words, an example, a question to be tested with: from the section that says what the topic is. */
async function searchRequest(
  ctx: SearchCtx,
  asked: Asked,
  request: FollowRequest,
): Promise<Found | AskBack | undefined> {
  const { follow, topic, shown } = asked;
  const own = follow.leans ? undefined : topicPhrase(asked.question);
  const question = own ?? topic?.question;
  if (question === undefined) return { askBack: "whichTopic" };
  const place = own === undefined ? topic?.place : undefined;
  const hits = place ? undefined : await searchFor(ctx, asked, question);
  const at = place ?? hits?.passages[0];
  if (at === undefined) return undefined;
  const { section, chapter } = await loadChapter(ctx, at);
  const passages = [...section, ...chapter];
  const found = passages.length > 0 ? passages : (hits?.passages ?? []);
  if (found.length === 0) return undefined;
  return { question, passages: found, request, shown, notices: hits?.notices ?? lowerGrade(ctx, at) };
}

const lowerGrade = (ctx: SearchCtx, { grade }: { readonly grade: number }): readonly Notice[] =>
  grade < ctx.actor.grade ? ["lower-grade"] : [];

/** The exercise that is meant, if that can be told, and the lessons of its place. */
async function searchExercise(ctx: SearchCtx, asked: Asked): Promise<Found | AskBack | undefined> {
  const { question, subject, topic, shown } = asked;
  if (isIdentified(question) || subject !== undefined) {
    const found = await searchFor(ctx, asked, question);
    const exercise = pickExercise(question, found?.passages ?? []);
    const at = exercise ?? found?.passages[0];
    const { section, chapter } = at ? await loadChapter(ctx, at) : { section: [], chapter: [] };
    const around = [...section, ...chapter];
    const meant = exercise ?? pickExercise(question, around);
    if (!isIdentified(question) && !meant) return { askBack: "whichExercise" };
    if (!found) return undefined;
    const rest = [...found.passages, ...around].filter((passage) => passage.passageId !== meant?.passageId);
    return { ...found, passages: meant ? [meant, ...rest] : rest };
  }
  if (!topic?.place) return { askBack: "whichExercise" };
  const { section, chapter } = await loadChapter(ctx, topic.place);
  const meant = pickExercise(question, section) ?? pickExercise(question, chapter);
  if (!meant) return { askBack: "whichExercise" };
  const rest = [...section, ...chapter].filter((passage) => passage !== meant);
  return { question, passages: [meant, ...rest], shown, notices: lowerGrade(ctx, meant) };
}
