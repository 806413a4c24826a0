import type { ClassroomId, Grade, SchoolId, StudentId } from "../kernel/index.ts";
import type { InsightSettings } from "./insight-settings.ts";
import type { InteractionMessage, Outcome, UnansweredMessage } from "./schema.ts";
import type { Subject } from "../textbook/schema.ts";

/** Where the tutor puts finished interactions, and questions that found nothing; folded later, in batches. */
export interface InteractionQueue {
  send(message: InteractionMessage | UnansweredMessage): Promise<void>;
}

/** Raw events, appended as one JSON-lines object a batch. */
export interface EventArchive {
  /** Idempotent by `key`: writing the same batch again changes nothing. */
  append(input: { readonly key: string; readonly lines: readonly string[] }): Promise<void>;
}

/** Sums over one day (in Ulaanbaatar) of one school's grade, or of the nation. */
export interface RollUpCounts {
  readonly questions: number;
  /** Of them, those asked at night, from 22:00 to 06:00. */
  readonly night: number;
  readonly byOutcome: Readonly<Partial<Record<Outcome, number>>>;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** What the models cost, millionths of a US dollar; absent where it was nothing. */
  readonly costMicroUsd?: number;
  /** Milliseconds of all answers together; divided by `questions` it is the mean. */
  readonly latencyTotalMs: number;
}

export interface RollUpStore {
  /** Adds the messages to the counters of their day, each message once however often it comes (by `eventId`, for a month). */
  fold(messages: readonly InteractionMessage[], nowMs: number): Promise<void>;
  readSchoolDay(input: {
    readonly schoolId: SchoolId;
    readonly day: string;
    readonly grade: Grade;
  }): Promise<RollUpCounts>;
  readNationDay(input: { readonly day: string }): Promise<RollUpCounts>;
  /** What the models cost one school on a day, all grades together: millionths of a US dollar. */
  readSchoolCost(input: { readonly schoolId: SchoolId; readonly day: string }): Promise<number>;
  /** Sums over the days, both included, by pupil. */
  readExerciseUse(input: {
    readonly schoolId: SchoolId;
    readonly classroomId: ClassroomId;
    readonly fromDay: string;
    readonly toDay: string;
  }): Promise<ReadonlyMap<StudentId, ExerciseCounts>>;
}

/** How somebody worked on exercises. */
export interface ExerciseCounts {
  readonly messages: number;
  /** Messages with working of the pupil's own. */
  readonly attempts: number;
  /** Messages that wanted the work done instead: the offloading rate is their share of all. */
  readonly offloads: number;
  readonly solutions: number;
}

/** A question that enough pupils asked to be shown. Counts are of the last 90 days. */
export interface UnansweredQuestion {
  /** Monday of a week in which it was asked. */
  readonly week: string;
  readonly questionHash: string;
  readonly question: string;
  readonly subject?: Subject;
  readonly grades: readonly number[];
  readonly questions: number;
  /** About how many pupils asked it. */
  readonly pupils: number;
}

/** What the books were asked and what they could not answer. Weeks are named by their Monday. */
export interface InsightStore {
  /** Counts each message once (by `eventId`); keeps a question's words from `minPupils` different askers on, not before. */
  foldUnanswered(
    messages: readonly UnansweredMessage[],
    settings: { readonly nowMs: number; readonly minPupils: number },
  ): Promise<void>;
  readBookWeek(
    week: string,
  ): Promise<readonly { readonly day: string; readonly textbookId: string; readonly questions: number }[]>;
  readSubjectWeek(week: string): Promise<
    readonly {
      readonly day: string;
      readonly grade: number;
      readonly subject?: Subject;
      readonly questions: number;
      readonly notInBooks: number;
    }[]
  >;
  /** Most asked first, at most 500. */
  readUnansweredWeek(week: string): Promise<readonly UnansweredQuestion[]>;
}

export interface LearningPorts {
  readonly rollUps: RollUpStore;
  readonly archive: EventArchive;
  readonly insights: InsightStore;
  /** Numbers that differ from the default. */
  readonly insightSettings?: Partial<InsightSettings>;
}
