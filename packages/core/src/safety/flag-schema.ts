import * as z from "zod";
import { idSchema } from "../kernel/id-schema.ts";
import type { ClassroomId, ConversationId, ExchangeId, FlagId, SchoolId, StaffId, StudentId } from "../kernel/ids.ts";

/** What a flag is about. The words for each stand in the web app's dictionaries. */
export const flagKinds = [
  "self-harm",
  "eating-disorder",
  "abuse",
  "grooming",
  "sexual",
  "violence",
  "bullying",
  "substances",
  "extremism",
  "others-data",
  "distress",
  "answer-stopped",
  "unsafe-answer",
  "night-use",
  "long-use",
  "personal-sharing",
  "repeated-violations",
  "other",
] as const;
export type FlagKind = (typeof flagKinds)[number];

/** How soon a person must look: 15 minutes, 4 hours, 2 school days. */
export const flagSeverities = ["urgent", "high", "normal"] as const;
export type FlagSeverity = (typeof flagSeverities)[number];

export const flagStates = ["open", "acknowledged", "closed", "false-alarm"] as const;
export type FlagState = (typeof flagStates)[number];

/** Who is asked to look now; each step follows when nobody has acknowledged in time. */
export const flagStages = ["safeguard", "school-admins", "platform"] as const;
export type FlagStage = (typeof flagStages)[number];

export const maxExcerptLength = 300;
export const maxNoteLength = 2_000;

const Text = (max: number) => z.string().trim().min(1).max(max);

/** A concern about a pupil, as it is raised and as it waits in the queue when the table is down. */
export const RaiseFlagInput = z.object({
  kind: z.enum(flagKinds),
  severity: z.enum(flagSeverities),
  pupil: z.object({
    schoolId: idSchema("school"),
    classroomId: idSchema("classroom"),
    studentId: idSchema("student"),
    grade: z.number().int().min(1).max(12),
    name: z.string().max(200),
  }),
  /** Personal data masked; cut to {@link maxExcerptLength}. Empty where there is none. */
  excerpt: z
    .string()
    .max(20_000)
    .transform((text) => Array.from(text).slice(0, maxExcerptLength).join("")),
  categories: z.array(z.string().max(60)).max(40),
  /** The exchange it is about; absent for what is seen over a time (night use). */
  exchange: z.object({ conversationId: idSchema("conversation"), exchangeId: idSchema("exchange") }).optional(),
  /** When it happened, milliseconds since 1970. */
  atMs: z.number().int(),
});
export type RaiseFlagInput = z.input<typeof RaiseFlagInput>;

/** National staff say the school; a school's own staff need not. */
const Which = { flagId: idSchema("flag"), schoolId: idSchema("school").optional() };

export const FlagInput = z.object(Which);
export type FlagInput = z.input<typeof FlagInput>;

export const NoteOnFlagInput = z.object({ ...Which, text: Text(maxNoteLength) });
export type NoteOnFlagInput = z.input<typeof NoteOnFlagInput>;

export const contactPeople = ["pupil", "guardian", "teacher", "helpline", "police", "doctor", "other"] as const;
export const contactWays = ["in-person", "phone", "message", "visit", "other"] as const;

export const RecordContactInput = z.object({
  ...Which,
  who: z.enum(contactPeople),
  how: z.enum(contactWays),
  /** When it took place, milliseconds since 1970; not in the future. */
  atMs: z.number().int().min(0),
  text: z.string().trim().max(maxNoteLength).default(""),
});
export type RecordContactInput = z.input<typeof RecordContactInput>;

export const MarkFalseAlarmInput = z.object({
  ...Which,
  reason: Text(maxNoteLength),
  /** Set when a person has read the sentence and confirms that it holds no personal data: it then joins the examples we test with. */
  shareExample: z.boolean().default(false),
});
export type MarkFalseAlarmInput = z.input<typeof MarkFalseAlarmInput>;

export const ListFlagsInput = z.object({
  state: z.enum(flagStates).default("open"),
  severity: z.enum(flagSeverities).optional(),
  cursor: z.string().max(2_000).optional(),
});
export type ListFlagsInput = z.input<typeof ListFlagsInput>;

/** One thing that happened to a flag, oldest first. `by` is a member of staff; absent for the product itself. */
export interface FlagStep {
  readonly atMs: number;
  readonly what:
    | "raised"
    | "escalated"
    | "reminded"
    | "acknowledged"
    | "noted"
    | "contacted"
    | "false-alarm"
    | "closed";
  readonly by?: { readonly staffId: StaffId; readonly name: string };
  readonly stage?: FlagStage;
  readonly text?: string;
  readonly contact?: {
    readonly who: (typeof contactPeople)[number];
    readonly how: (typeof contactWays)[number];
    readonly atMs: number;
  };
}

/** A flag in a list. */
export interface FlagView {
  readonly flagId: FlagId;
  readonly schoolId: SchoolId;
  /** For the platform, which sees flags of many schools. */
  readonly schoolName?: string;
  readonly kind: FlagKind;
  readonly severity: FlagSeverity;
  readonly state: FlagState;
  readonly stage: FlagStage;
  readonly pupil: {
    readonly studentId: StudentId;
    readonly classroomId: ClassroomId;
    readonly name: string;
    readonly grade: number;
  };
  readonly raisedAtMs: number;
  /** Until when whoever is asked now should acknowledge it. */
  readonly dueAtMs: number;
  readonly acknowledgedAtMs?: number;
  /** Names of those who are asked now. */
  readonly assignees: readonly string[];
}

/** What was said around the flagged moment. */
export interface TalkLine {
  readonly exchangeId: ExchangeId;
  readonly askedAtMs: number;
  /** Personal data masked. */
  readonly question: string;
  readonly answer: string;
  /** Card shown instead of an answer, or after its part. */
  readonly card?: string;
}

export interface FlagDetail extends FlagView {
  readonly excerpt: string;
  readonly categories: readonly string[];
  readonly steps: readonly FlagStep[];
  readonly conversationId?: ConversationId;
  readonly exchangeId?: ExchangeId;
  /** The flagged exchange and at most two before and after it. Empty when the flag is about no single one, or the pupil has deleted it. */
  readonly talk: readonly TalkLine[];
}
