import type { Tenant } from "../account/index.ts";
import type {
  AlarmHook,
  ConversationId,
  ExchangeId,
  FlagId,
  NoticeId,
  Page,
  ReviewItemId,
  SchoolId,
  StaffId,
  StudentId,
} from "../kernel/index.ts";
import type {
  FlagSeverity,
  FlagStage,
  FlagState,
  FlagStep,
  FlagView,
  RaiseFlagInput,
  TalkLine,
} from "./flag-schema.ts";
import type { MailNotice, NotificationView } from "./notice-schema.ts";
import type { ReviewDesk, StoredReviewItem } from "./review-schema.ts";

export interface FlagKey {
  readonly schoolId: SchoolId;
  readonly flagId: FlagId;
}

export interface StoredFlag extends FlagKey, Omit<FlagView, "assignees"> {
  readonly excerpt: string;
  readonly categories: readonly string[];
  readonly conversationId?: ConversationId;
  readonly exchangeId?: ExchangeId;
  readonly assignees: readonly { readonly staffId: StaffId; readonly name: string }[];
  /** Until when the first ones who were asked had time; what reports measure against. */
  readonly deadlineMs: number;
  /** When escalation looks at it next; a step is taken by whoever moves this on. */
  readonly nextStepAtMs: number;
  /** Whether those who are asked now have been told. */
  readonly announced: boolean;
  /** How often those of the last stage were reminded. */
  readonly reminders: number;
  readonly steps: readonly FlagStep[];
}

/** A change of who is asked, guarded by `fromStepAtMs`: of two runs at once only one takes the step. */
export interface FlagMove extends FlagKey {
  readonly raisedAtMs: number;
  readonly fromStepAtMs: number;
  readonly nextStepAtMs: number;
  readonly stage: FlagStage;
  readonly dueAtMs: number;
  readonly reminders: number;
  readonly assignees: StoredFlag["assignees"];
  readonly announced: boolean;
  readonly step?: FlagStep;
}

export interface FlagStore {
  /** False when this flag is there already; nothing is changed then. */
  create(flag: StoredFlag): Promise<boolean>;
  /** Consistent. */
  get(key: FlagKey): Promise<StoredFlag | undefined>;
  /** Of one school, oldest first. */
  listOf(input: {
    readonly schoolId: SchoolId;
    readonly state: FlagState;
    readonly severity?: FlagSeverity | undefined;
    readonly sinceMs?: number;
    readonly cursor?: string | undefined;
  }): Promise<Page<StoredFlag>>;
  /** Of all schools, those that have escalated to the platform, oldest first. */
  listEscalated(input: {
    readonly state: FlagState;
    readonly severity?: FlagSeverity | undefined;
    readonly cursor?: string | undefined;
  }): Promise<Page<StoredFlag>>;
  /** Unacknowledged flags of all schools whose next step is due, the longest due first. */
  due(nowMs: number, limit: number): Promise<readonly StoredFlag[]>;
  /** False when somebody else took the step, or the flag was acknowledged meanwhile. */
  move(move: FlagMove): Promise<boolean>;
  /** False unless the flag is in one of the states `from`. Leaving `open` ends its escalation. */
  settle(
    input: FlagKey & {
      readonly raisedAtMs: number;
      readonly from: readonly FlagState[];
      readonly to: FlagState;
      readonly step: FlagStep;
      /** Closing wants a note that explains it. */
      readonly needsNote?: boolean;
    },
  ): Promise<boolean>;
  /** Adds one line to the history of an open or acknowledged flag; false otherwise, and when the history is full. */
  note(input: FlagKey & { readonly step: FlagStep }): Promise<boolean>;
}

/** Flags that could not be written wait here; nothing of them is lost. */
export interface FlagQueue {
  send(input: RaiseFlagInput): Promise<void>;
}

/** What staff have been told, for the bell. */
export interface NotificationStore {
  /** Telling the same twice changes nothing. */
  add(
    notice: Omit<NotificationView, "read" | "noticeId"> & {
      readonly noticeId: NoticeId;
      readonly tenant: Tenant;
      readonly staffId: StaffId;
    },
  ): Promise<void>;
  /** Newest first. */
  list(
    reader: { readonly tenant: Tenant; readonly staffId: StaffId },
    cursor: string | undefined,
  ): Promise<Page<NotificationView>>;
  countUnread(reader: { readonly tenant: Tenant; readonly staffId: StaffId }, most: number): Promise<number>;
  unread(reader: { readonly tenant: Tenant; readonly staffId: StaffId }): Promise<readonly NoticeId[]>;
  /** A notice of somebody else, or none, changes nothing. */
  markRead(reader: { readonly tenant: Tenant; readonly staffId: StaffId }, noticeId: NoticeId): Promise<void>;
}

/** Mails wait in a queue: an outage of the mail service holds nothing else up. */
export interface MailQueue {
  send(notice: MailNotice): Promise<void>;
}

/** Why a mail was not taken. `rejected` won't be better next time. */
export class MailFailure extends Error {
  readonly reason: "throttled" | "unreachable" | "rejected";

  constructor(reason: MailFailure["reason"], options: ErrorOptions = {}) {
    super(`mail failed: ${reason}`, options);
    this.name = "MailFailure";
    this.reason = reason;
  }
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends one mail; throws {@link MailFailure}. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
}

/** Core writes no words for people: the program that sends mails brings them. */
export interface MailWriter {
  write(notice: MailNotice): Pick<Mail, "subject" | "text">;
}

/** What was said in a pupil's conversation; the tutor keeps it. */
export interface TalkReader {
  /** The exchange with at most `each` before and after it, oldest first; empty when it is gone. */
  around(
    key: {
      readonly schoolId: SchoolId;
      readonly studentId: StudentId;
      readonly conversationId: ConversationId;
      readonly exchangeId: ExchangeId;
    },
    each: number,
  ): Promise<readonly TalkLine[]>;
}

export interface ReviewItemStore {
  /** Adding the same again changes nothing. */
  add(item: StoredReviewItem): Promise<void>;
  get(key: { readonly schoolId: SchoolId; readonly itemId: ReviewItemId }): Promise<StoredReviewItem | undefined>;
  /** Of one school, oldest first. */
  listOf(input: {
    readonly schoolId: SchoolId;
    readonly desk: ReviewDesk;
    readonly cursor?: string | undefined;
  }): Promise<Page<StoredReviewItem>>;
  /** Of all schools, oldest first. */
  listAll(input: { readonly desk: ReviewDesk; readonly cursor?: string | undefined }): Promise<Page<StoredReviewItem>>;
  /** False when the item is not on the desk `from` any more. */
  decide(input: {
    readonly item: StoredReviewItem;
    readonly from: ReviewDesk;
    readonly to: ReviewDesk;
    readonly decision: NonNullable<StoredReviewItem["decision"]>;
    readonly decidedBy: StaffId;
    readonly decidedAtMs: number;
  }): Promise<boolean>;
}

/** Where examples for the evaluation sets are kept: JSON lines under a key. */
export interface ReviewArchive {
  append(batch: { readonly key: string; readonly lines: readonly string[] }): Promise<void>;
}

/** Numbers that a stage may change. */
export interface FlagSettings {
  /** How long each severity may wait for a person; `normal` is counted in school days (Monday to Friday). */
  readonly urgentMs: number;
  readonly highMs: number;
  readonly normalSchoolDays: number;
}

export interface FlagPorts {
  readonly flags: FlagStore;
  readonly flagQueue: FlagQueue;
  readonly notifications: NotificationStore;
  readonly mailQueue: MailQueue;
  readonly talks: TalkReader;
  readonly reviewItems: ReviewItemStore;
  readonly reviewArchive: ReviewArchive;
  readonly alarms: AlarmHook;
  /** The standard deadlines where it is left out. */
  readonly flagSettings?: Partial<FlagSettings>;
}
