import type { ClassroomId, ConversationId, ExchangeId, Page, SchoolId, StudentId, TaskId } from "../kernel/index.ts";
import type { HintLevel, HintState } from "./hints/hint-level.ts";
import type { InteractionQueue } from "../learning/ports.ts";
import type { Outcome } from "../learning/schema.ts";
import type { RedirectCard } from "../safety/schema.ts";
import type { Citation, Subject } from "../textbook/schema.ts";
import type { LanguageModel, ModelBreaker, ModelBudget, ModelUsage } from "./model-chain/model-ports.ts";
import type { TutorSettings } from "./settings.ts";
import type { AnswerSource, AskInput, ConversationView, Notice, RateAnswerInput } from "./schema.ts";

export {
  type Admission,
  type BreakerRecord,
  type BreakerStore,
  type BudgetNoticeStore,
  type BudgetPorts,
  type BudgetLevel,
  type LanguageModel,
  type ModelBreaker,
  type ModelBudget,
  type ModelChunk,
  ModelFailure,
  type ModelFailureReason,
  type ModelMessage,
  type ModelRequest,
  type ModelUsage,
} from "./model-chain/model-ports.ts";

/** Whose data: every key begins with these two, so that another pupil's looks missing. */
export interface PupilKey {
  readonly schoolId: SchoolId;
  readonly studentId: StudentId;
}
export interface ConversationKey extends PupilKey {
  readonly conversationId: ConversationId;
}
export interface ExchangeKey extends ConversationKey {
  readonly exchangeId: ExchangeId;
}

/** An answer as it is kept: the text once, and only the citations it uses. */
export interface SavedAnswer {
  readonly text: string;
  readonly citations: readonly Citation[];
  /** Help shown instead of the answer, or after the part that was cleared (`stopped`). */
  readonly card?: RedirectCard;
  readonly notices: readonly Notice[];
  readonly outcome: Outcome;
  readonly source: AnswerSource;
  readonly usage?: ModelUsage;
  readonly model?: string;
  readonly categories: readonly string[];
  /** Where the pupil stands with the exercise after this exchange; absent where it was about none. */
  readonly hint?: HintState;
}

export interface SavedExchange extends ExchangeKey {
  readonly askedAtMs: number;
  /** Personal data masked. */
  readonly question: string;
  readonly mode: AskInput["mode"];
  readonly locale: AskInput["locale"];
  readonly subject?: Subject;
  /** Who is answering, and until when nobody else may. */
  readonly leaseId: string;
  readonly leaseUntilMs: number;
  /** Absent while the answer is being made. */
  readonly answer?: SavedAnswer;
  readonly stoppedAt?: number;
  readonly rating?: "up" | "down";
}

/** A task that a teacher gave a class: an exercise or a piece of writing with its own level of help. */
export interface HintTask {
  readonly taskId: TaskId;
  readonly title: string;
  /** The exercise itself, or what is to be done: the tutor knows the task by these words. */
  readonly text: string;
  readonly level: HintLevel;
  /** From then on it is no longer open. */
  readonly dueAtMs?: number;
  readonly addedAtMs: number;
}

/** How far a class is helped. `version` 0: nothing was set, the default holds. */
export interface HintPolicy {
  readonly level: HintLevel;
  readonly tasks: readonly HintTask[];
  readonly version: number;
}

export interface ClassKey {
  readonly schoolId: SchoolId;
  readonly classroomId: ClassroomId;
}

export interface HintPolicyStore {
  get(key: ClassKey): Promise<HintPolicy>;
  /** Replaces the policy that has this version; false when it was changed meanwhile. */
  save(key: ClassKey, policy: HintPolicy, atMs: number): Promise<boolean>;
}

export interface ClaimInput {
  readonly exchange: SavedExchange;
  /** Title of a conversation that begins with this question. */
  readonly title: string;
  /** Beginning of the question as `searchKey` has it, for the search in the list; absent when the list is long enough. */
  readonly searchText?: string;
  readonly followUp: boolean;
  /** Absent for crisis cards: help is never limited, and neither paused nor locked. */
  readonly limits?: TutorSettings["limits"] & Pick<TutorSettings, "dailyMinutes">;
}

/** What became of a claim; `known` carries the exchange as it was found. */
export type Claim =
  | { readonly kind: "claimed" }
  | { readonly kind: "known"; readonly exchange: SavedExchange }
  | { readonly kind: "limited"; readonly window: "minute" | "day" | "time"; readonly retryAfterS: number }
  | { readonly kind: "paused"; readonly untilMs: number }
  | { readonly kind: "locked" }
  | { readonly kind: "no-conversation" };

export interface ExchangeStore {
  /** One request: counts the limit, puts the exchange and upserts its conversation, or changes nothing. */
  claim(input: ClaimInput): Promise<Claim>;
  /** Takes an exchange whose lease is over. False when somebody else was first, or it is gone. */
  takeOver(input: {
    readonly key: ExchangeKey;
    readonly formerLeaseId: string;
    readonly leaseId: string;
    readonly leaseUntilMs: number;
  }): Promise<boolean>;
  /** Saves the answer while the lease is ours. False when it is not, or the exchange is gone: nothing is written. */
  complete(input: {
    readonly key: ExchangeKey;
    readonly leaseId: string;
    readonly answer: SavedAnswer;
  }): Promise<boolean>;
  /** Ends our lease without an answer, so that a retry need not wait. */
  release(input: { readonly key: ExchangeKey; readonly leaseId: string }): Promise<void>;
  get(key: ExchangeKey): Promise<SavedExchange | undefined>;
  /** The last exchanges of a conversation, oldest first. */
  recent(key: ConversationKey, limit: number): Promise<readonly SavedExchange[]>;
  /** All exchanges of a conversation, oldest first. */
  all(key: ConversationKey): Promise<readonly SavedExchange[]>;
  deleteAll(key: ConversationKey): Promise<void>;
  /** False when there is no such answered exchange. */
  rate(key: ExchangeKey, rating: Pick<RateAnswerInput, "rating" | "reason" | "comment">): Promise<boolean>;
  /** False when there is no such exchange. */
  stop(key: ExchangeKey, shownChars: number): Promise<boolean>;
}

/** A conversation with the questions (by `searchKey`) that the list's search looks into. */
export interface SavedConversation extends ConversationView {
  readonly conversationId: ConversationId;
  readonly searchTexts: readonly string[];
}

export interface ConversationStore {
  get(key: ConversationKey): Promise<SavedConversation | undefined>;
  /** The same together with the hint policy of the pupil's class, in one request. */
  getWithPolicy(
    key: ConversationKey & ClassKey,
  ): Promise<{ readonly conversation: SavedConversation | undefined; readonly hintPolicy: HintPolicy }>;
  /** Newest first. A cursor that is not one of ours throws `invalid`. */
  list(key: PupilKey, page: { readonly limit: number; readonly cursor?: string }): Promise<Page<SavedConversation>>;
  /** False when there is no such conversation. */
  rename(key: ConversationKey, title: string): Promise<boolean>;
  /** Leaves a mark, so that a late retry does not bring it back. False when there is no such conversation. */
  markDeleted(key: ConversationKey, atMs: number): Promise<boolean>;
}

/** Whether a pupil may chat, and what stands against them. */
export interface SavedStanding {
  readonly points: number;
  readonly pointsAtMs: number;
  readonly pausedUntilMs?: number;
  /** Until an adult lifts it. */
  readonly lockedAtMs?: number;
  /** Whose pause it is. */
  readonly by?: "ledger" | "teacher";
  /** The teacher's, for the school's adults. */
  readonly reason?: string;
  readonly version: number;
}

export interface StandingStore {
  get(key: PupilKey): Promise<SavedStanding | undefined>;
  /** Of these pupils (at most 100), those who have one. */
  list(input: {
    readonly schoolId: SchoolId;
    readonly studentIds: readonly StudentId[];
  }): Promise<ReadonlyMap<StudentId, SavedStanding>>;
  /** False when it was changed meanwhile; `formerVersion` undefined: when there is one. */
  replace(input: {
    readonly key: PupilKey;
    readonly standing: SavedStanding;
    readonly formerVersion: number | undefined;
  }): Promise<boolean>;
}

/** What a pupil used of one day, and what an adult allowed for it beyond the settings. */
export interface ChatDay {
  readonly questions: number;
  /** Active steps of five minutes: see `slotOf`. */
  readonly slots: readonly number[];
  readonly questionLimit?: number;
  readonly slotLimit?: number;
}

export interface ChatDayStore {
  get(key: PupilKey, day: string): Promise<ChatDay | undefined>;
  /** Of these pupils (at most 100), those who asked or were allowed something on that day. */
  list(input: {
    readonly schoolId: SchoolId;
    readonly studentIds: readonly StudentId[];
    readonly day: string;
  }): Promise<ReadonlyMap<StudentId, ChatDay>>;
  /** Sets what this day allows, whatever was used of it. */
  extend(
    key: PupilKey,
    allowed: {
      readonly day: string;
      readonly questionLimit: number;
      readonly slotLimit: number;
      readonly nowMs: number;
    },
  ): Promise<void>;
}

export interface TutorPorts {
  readonly conversations: ConversationStore;
  readonly exchanges: ExchangeStore;
  readonly hintPolicies: HintPolicyStore;
  readonly standings: StandingStore;
  readonly chatDays: ChatDayStore;
  /** In the order in which they are tried. Empty: the textbook's own passages answer. */
  readonly models: readonly LanguageModel[];
  /** Absent: every model is asked every time. */
  readonly modelBreaker?: ModelBreaker;
  /** Absent: no budget. */
  readonly modelBudget?: ModelBudget;
  readonly interactions: InteractionQueue;
  /** Arms of the comparisons that the asking pupil is in; told on with the interaction. */
  readonly variants?: Readonly<Record<string, "on" | "off">>;
  /** Numbers that differ from {@link defaultTutorSettings}. */
  readonly tutorSettings?: Partial<TutorSettings>;
}
