import { type Ctx, DomainError, parse, type PlatformAdmin, requireRole } from "../kernel/index.ts";
import type { TextbookPorts } from "../textbook/ports.ts";
import type { Subject } from "../textbook/schema.ts";
import { defaultInsightSettings } from "./insight-settings.ts";
import type { LearningPorts, UnansweredQuestion } from "./ports.ts";
import { InsightsInput } from "./schema.ts";
import { daysBetween, weeksBetween } from "./weeks.ts";

const mostDays = 190;
const shownQuestions = 200;

/** What the books were asked from one day to another. */
export interface TextbookInsights {
  readonly fromDay: string;
  readonly toDay: string;
  /** Week by week (Mondays), oldest first; the first and last may be cut by the days asked for. */
  readonly weeks: readonly { readonly week: string; readonly questions: number; readonly notInBooks: number }[];
  /** Books that answers cited, most cited first; one answer may cite several. Without a title: deleted since. */
  readonly books: readonly {
    readonly textbookId: string;
    readonly title?: string;
    readonly subject?: Subject;
    readonly grade?: number;
    readonly questions: number;
    /** As `weeks`. */
    readonly byWeek: readonly number[];
  }[];
  /** Where books are missing: by grade and subject, most unanswered first. */
  readonly gaps: readonly {
    readonly grade: number;
    readonly subject?: Subject;
    readonly questions: number;
    readonly notInBooks: number;
  }[];
  /** Questions that found nothing and that enough pupils asked, most asked first; at most 200. */
  readonly unanswered: readonly UnansweredQuestion[];
  /** How many pupils it takes for a question to be shown. */
  readonly minPupils: number;
}

/**
 * Which books pupils ask most, and which questions found nothing. Sums only: no pupil, class or school can be told from
 * it. @throws DomainError `invalid` (learning.invalid-days) for days that are no days, turned round, or over half a year
 */
export async function readTextbookInsights(
  ctx: Ctx<PlatformAdmin, Pick<LearningPorts, "insights" | "insightSettings"> & Pick<TextbookPorts, "textbooks">>,
  input: InsightsInput,
): Promise<TextbookInsights> {
  requireRole(ctx.actor, "platform-admin");
  const { fromDay, toDay } = parse(InsightsInput, input, "learning.invalid-days");
  const days = daysBetween(fromDay, toDay);
  if (days < 1 || days > mostDays) throw new DomainError("invalid", "learning.invalid-days");
  const weeks = weeksBetween(fromDay, toDay);
  const isAsked = ({ day }: { readonly day: string }) => day >= fromDay && day <= toDay;
  const { minPupils } = { ...defaultInsightSettings, ...ctx.insightSettings };

  const [bookWeeks, subjectWeeks, shownWeeks] = await Promise.all([
    Promise.all(weeks.map(async (week) => (await ctx.insights.readBookWeek(week)).filter(isAsked))),
    Promise.all(weeks.map(async (week) => (await ctx.insights.readSubjectWeek(week)).filter(isAsked))),
    Promise.all(weeks.map((week) => ctx.insights.readUnansweredWeek(week))),
  ]);
  const subjects = subjectWeeks.flat();
  return {
    fromDay,
    toDay,
    weeks: weeks.map((week, at) => ({ week, ...sum(subjectWeeks[at] ?? []) })),
    books: await nameBooks(ctx, sumBooks(bookWeeks)),
    gaps: sumSubjects(subjects)
      .filter(({ notInBooks }) => notInBooks > 0)
      .toSorted((one, other) => other.notInBooks - one.notInBooks),
    unanswered: newest(shownWeeks.flat()).filter(({ pupils }) => pupils >= minPupils),
    minPupils,
  };
}

function sum(uses: readonly { readonly questions: number; readonly notInBooks: number }[]) {
  return {
    questions: uses.reduce((total, { questions }) => total + questions, 0),
    notInBooks: uses.reduce((total, { notInBooks }) => total + notInBooks, 0),
  };
}

type SubjectDay = Awaited<ReturnType<LearningPorts["insights"]["readSubjectWeek"]>>[number];

function sumSubjects(days: readonly SubjectDay[]): TextbookInsights["gaps"] {
  const sums = new Map<string, TextbookInsights["gaps"][number]>();
  for (const { day: _day, ...use } of days) {
    const key = `${use.grade} ${use.subject ?? ""}`;
    const before = sums.get(key);
    sums.set(key, before ? { ...before, ...sum([before, use]) } : use);
  }
  return [...sums.values()];
}

type BookDay = Awaited<ReturnType<LearningPorts["insights"]["readBookWeek"]>>[number];

function sumBooks(weeks: readonly (readonly BookDay[])[]) {
  const ids = new Set(weeks.flat().map(({ textbookId }) => textbookId));
  return [...ids]
    .map((textbookId) => {
      const byWeek = weeks.map((days) =>
        days.reduce((total, day) => total + (day.textbookId === textbookId ? day.questions : 0), 0),
      );
      return { textbookId, byWeek, questions: byWeek.reduce((total, questions) => total + questions, 0) };
    })
    .toSorted((one, other) => other.questions - one.questions);
}

async function nameBooks(
  ctx: Pick<TextbookPorts, "textbooks">,
  books: ReturnType<typeof sumBooks>,
): Promise<TextbookInsights["books"]> {
  return Promise.all(
    books.map(async (book) => {
      const known = await ctx.textbooks.get(book.textbookId as Parameters<typeof ctx.textbooks.get>[0]);
      return known ? { ...book, title: known.title, subject: known.subject, grade: known.grade } : book;
    }),
  );
}

/** A question stands under every week in which it was asked, each time with its count so far. */
function newest(questions: readonly UnansweredQuestion[]): readonly UnansweredQuestion[] {
  const latest = new Map<string, UnansweredQuestion>();
  for (const question of questions) {
    const known = latest.get(question.questionHash);
    if (!known || known.week <= question.week) latest.set(question.questionHash, question);
  }
  return [...latest.values()].toSorted((one, other) => other.pupils - one.pupils).slice(0, shownQuestions);
}
