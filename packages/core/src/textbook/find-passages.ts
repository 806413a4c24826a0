import type { Actor, Ctx, SystemActor } from "../kernel/index.ts";
import { readingsOf } from "../kernel/mongolian/index.ts";
import { analyseQuestion, type QuestionWord } from "./analyse-question.ts";
import { chooseReadings } from "./choose-readings.ts";
import { fuseRankings } from "./fuse-rankings.ts";
import type { Embeddings, RankedPassage, TextbookPorts } from "./ports.ts";
import { preferAnswers } from "./prefer-answers.ts";
import { coverage, type Frequencies, relevantFrom } from "./relevance.ts";
import type { Passage, Subject } from "./schema.ts";

export interface FindPassagesInput {
  readonly question: string;
  /** The pupil's grade: its books are searched, and those of lower grades where they hold nothing or much less. Never a higher one. */
  readonly grade: number;
  readonly subject?: Subject;
  readonly limit: number;
}

export interface FoundPassage {
  readonly passage: Passage;
  /** Fused rank score, only for comparing within this answer. */
  readonly score: number;
  /** Share of the question that the passage covers, 0..1. */
  readonly relevance: number;
}

export interface FoundPassages {
  /** Best first; empty only when nothing shares a word with the question. */
  readonly hits: readonly FoundPassage[];
  /** Whether the books answer the question at all, as far as words can tell: false means «this is not in your books». */
  readonly relevant: boolean;
  readonly fromLowerGrade: boolean;
}

type Ports = Pick<TextbookPorts, "passages" | "embeddings">;

/** Questions are read to here; the rest of a longer one adds nothing to a search. */
const maxQuestionLength = 1_000;
/** How deep both lists are read before they are fused. */
const depth = 30;
/** From this coverage on (its words stand in a title) the own grade's books are surely meant: lower ones are not even asked. */
const surelyMeant = 1.2;
/** A question of more words than this, all found together, is meant where they stand; fewer may stand together by chance. */
const fewWords = 2;
/** By how much a lower grade must cover the question better to answer instead of the own grade. */
const clearlyBetter = 0.1;
/** Hits whose relevance speaks for the books: an answer stands near the top or nowhere. */
const judged = 3;

/**
 * Finds the passages that answer a question typed in any spelling, in the pupil's own grade, else in lower ones
 * (a book that was read two years ago may be the one that explains it).
 * Lexical and vector rankings joined by reciprocal rank fusion. Works without the embedding model when that is down.
 */
export async function findPassages(
  ctx: Ctx<Actor | SystemActor, Ports>,
  input: FindPassagesInput,
): Promise<FoundPassages> {
  const question = input.question.slice(0, maxQuestionLength);
  const words = analyseQuestion(question);
  if (words.length === 0) return { hits: [], relevant: false, fromLowerGrade: false };
  const vector = await embedQuestion(ctx, question);
  const grade = allowedGrade(ctx.actor, input.grade);
  const own = await searchGrades(ctx, { ...input, question, words, vector, grades: [grade] });
  const isMeantHere = own.best >= (words.length <= fewWords ? surelyMeant : 1);
  if (isMeantHere || grade <= 1) return { ...answerOf(own), fromLowerGrade: false };
  const grades = Array.from({ length: grade - 1 }, (_unused, index) => index + 1);
  const lower = await searchGrades(ctx, {
    ...input,
    question,
    words,
    // Up to eleven grades of vectors are not worth a tie.
    vector: isStandIn(ctx.embeddings) ? undefined : vector,
    grades,
    alsoKnown: own.frequencies,
  });
  const fromLowerGrade = lower.relevant && (!own.relevant || lower.best >= own.best + clearlyBetter);
  return { ...answerOf(fromLowerGrade ? lower : own), fromLowerGrade };
}

/** A pupil never sees a book above the own grade, whatever the caller asks for. */
const allowedGrade = (actor: Actor | SystemActor, grade: number): number =>
  actor.role === "student" ? Math.min(grade, actor.grade) : grade;

interface Search extends FindPassagesInput {
  readonly words: readonly QuestionWord[];
  readonly vector: Float32Array | undefined;
  readonly grades: readonly number[];
  /** Frequencies of books searched before: a word is as rare as it is in all of the pupil's books. */
  readonly alsoKnown?: Frequencies;
}

interface SearchResult extends Omit<FoundPassages, "fromLowerGrade"> {
  /** The best coverage near the top. */
  readonly best: number;
  readonly frequencies: Frequencies;
}

const answerOf = ({ hits, relevant }: SearchResult) => ({ hits, relevant });

async function searchGrades(ctx: Ctx<Actor | SystemActor, Ports>, search: Search): Promise<SearchResult> {
  const { grades, question, subject, vector, words } = search;
  const stems = [...new Set(words.flatMap(({ readings }) => readings.map(({ stem }) => stem)))];
  const here = await ctx.passages.frequencies({ stems, grades });
  const frequencies = search.alsoKnown ? addFrequencies(here, search.alsoKnown) : here;
  const chosen = chooseReadings(words, here.byStem);
  const found = await ctx.passages.search({
    readings: chosen.readings,
    grades,
    limit: depth,
    ...(vector === undefined ? {} : { vector }),
    ...(subject === undefined ? {} : { subject }),
  });
  const lexical = preferAnswers(question, chosen.words, found.lexical);
  const hits = fuse(lexical, found.vector, ctx.embeddings)
    .slice(0, Math.max(search.limit, judged))
    .map(({ passage, score }) => ({ passage, score, covers: coverage(chosen.words, passage, frequencies) }));
  const best = Math.max(0, ...hits.slice(0, judged).map(({ covers }) => covers));
  return {
    hits: hits.slice(0, search.limit).map(({ covers, ...hit }) => ({ ...hit, relevance: Math.min(1, covers) })),
    relevant: best >= relevantFrom,
    best,
    frequencies,
  };
}

const addFrequencies = (one: Frequencies, other: Frequencies): Frequencies => ({
  total: one.total + other.total,
  byStem: new Map([...one.byStem].map(([stem, count]) => [stem, count + (other.byStem.get(stem) ?? 0)])),
});

/** Hashed words find nothing that the words themselves do not: their list only settles ties. */
const isStandIn = ({ model }: Embeddings): boolean => model === "hash512-v1";
const tieBreak = 1e-6;

function fuse(
  lexical: readonly RankedPassage[],
  vector: readonly RankedPassage[],
  embeddings: Embeddings,
): readonly RankedPassage[] {
  const byId = new Map([...vector, ...lexical].map(({ passage }) => [passage.passageId as string, passage]));
  const idsOf = (list: readonly RankedPassage[]) => list.map(({ passage }) => passage.passageId);
  return fuseRankings([
    { ids: idsOf(lexical), weight: 1 },
    { ids: idsOf(vector), weight: isStandIn(embeddings) ? tieBreak : 1 },
  ]).flatMap(({ id, score }) => {
    const passage = byId.get(id);
    return passage === undefined ? [] : [{ passage, score }];
  });
}

/** A model reads Cyrillic better than Latin typing. When it can't be reached the words alone must do. */
async function embedQuestion(
  ctx: Ctx<Actor | SystemActor, Ports>,
  question: string,
): Promise<Float32Array | undefined> {
  const text = /\p{Script=Cyrillic}/u.test(question) ? question : (readingsOf(question)[0] ?? question);
  try {
    const [vector] = await ctx.embeddings.embed([text], "query");
    return vector;
  } catch (error) {
    ctx.log.warn("the embedding model failed: searching by words alone", {
      problem: error instanceof Error ? error.name : "unknown",
    });
    return undefined;
  }
}
