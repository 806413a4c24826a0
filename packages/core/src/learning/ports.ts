import type { Grade, SchoolId } from "../kernel/index.ts";
import type { InteractionMessage, Outcome } from "./schema.ts";

/** Where the tutor puts finished interactions; folded later, in batches. */
export interface InteractionQueue {
  send(message: InteractionMessage): Promise<void>;
}

/** Raw events, appended as one JSON-lines object a batch. */
export interface EventArchive {
  /** Idempotent by `key`: writing the same batch again changes nothing. */
  append(input: { readonly key: string; readonly lines: readonly string[] }): Promise<void>;
}

/** Sums over one day (in Ulaanbaatar) of one school's grade, or of the nation. */
export interface RollUpCounts {
  readonly questions: number;
  readonly byOutcome: Readonly<Partial<Record<Outcome, number>>>;
  readonly inputTokens: number;
  readonly outputTokens: number;
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
}

export interface LearningPorts {
  readonly rollUps: RollUpStore;
  readonly archive: EventArchive;
}
