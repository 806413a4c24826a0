import * as z from "zod";
import { idSchema } from "../kernel/id-schema.ts";
import type { StudentId, TaskId } from "../kernel/ids.ts";
import { outcomes } from "../learning/schema.ts";
import { HintLevel } from "./hints/hint-level.ts";
import { redirectCards } from "../safety/schema.ts";
import { Reason } from "../school/schema.ts";
import { Citation, Subject } from "../textbook/schema.ts";

export { isNightInUlaanbaatar as isNight } from "../kernel/clock.ts";
export { activityOf, breakAfterMinutes, slotMinutes, slotOf } from "./activity.ts";

export { HintLevel, hintLevels } from "./hints/hint-level.ts";

export const maxQuestionLength = 1_000;

/**
 * One question. The browser makes both ids, so that a retry after a lost connection is the same question:
 * the same `exchangeId` never asks the model twice.
 */
export const AskInput = z.object({
  conversationId: idSchema("conversation"),
  exchangeId: idSchema("exchange"),
  question: z.string().trim().min(1).max(maxQuestionLength),
  /** True when the conversation should exist already; a missing one is then `not-found`, not begun anew. */
  followUp: z.boolean().default(false),
  /** `more-detail` answers the last question again, longer. */
  mode: z.enum(["answer", "more-detail"]).default("answer"),
  subject: Subject.optional(),
  /** Language of fixed sentences in the answer. */
  locale: z.enum(["mn", "en"]).default("mn"),
});
export type AskInput = z.infer<typeof AskInput>;

export const Usage = z.object({
  inputTokens: z.number().int(),
  outputTokens: z.number().int(),
});
export type Usage = z.infer<typeof Usage>;

/** How the answer came to be: by a model, by the textbook's own passages, or not at all. */
export const AnswerSource = z.enum(["model", "passages", "none"]);
export type AnswerSource = z.infer<typeof AnswerSource>;

export const notices = [
  "passages-only",
  "not-in-books",
  "model-resting",
  "lower-grade",
  "private-data-hidden",
  "be-kind",
] as const;
export type Notice = (typeof notices)[number];

/** What the answer stream carries, one server-sent event each (`data:` is the JSON). */
export const AnswerEvent = z.discriminatedUnion("type", [
  z.object({ type: z.literal("status"), status: z.enum(["searching", "thinking", "resuming"]) }),
  z.object({ type: z.literal("sources"), citations: z.array(Citation) }),
  /** Cleared text to append. Markdown with `$…$` maths and `[1]` citations. */
  z.object({ type: z.literal("delta"), text: z.string() }),
  /** Help instead of (the rest of) an answer; everything streamed so far is replaced when `replaces` is true. */
  z.object({ type: z.literal("redirect"), card: z.enum(redirectCards), replaces: z.boolean() }),
  /** A note about the answer: shown as one quiet line. */
  z.object({
    type: z.literal("notice"),
    notice: z.enum(notices),
  }),
  z.object({
    type: z.literal("done"),
    exchangeId: z.string(),
    conversationId: z.string(),
    title: z.string(),
    outcome: z.enum(outcomes),
    source: AnswerSource,
    usage: Usage.optional(),
    model: z.string().optional(),
    /** True when the saved answer was replayed. */
    replayed: z.boolean(),
  }),
  z.object({ type: z.literal("error"), code: z.string(), retryAfterS: z.number().optional() }),
]);
export type AnswerEvent = z.infer<typeof AnswerEvent>;

export const RateAnswerInput = z.object({
  conversationId: idSchema("conversation"),
  exchangeId: idSchema("exchange"),
  rating: z.enum(["up", "down"]),
  reason: z.enum(["wrong", "unclear", "not-my-question", "too-long", "unsafe", "other"]).optional(),
  comment: z.string().trim().max(500).optional(),
});
export type RateAnswerInput = z.infer<typeof RateAnswerInput>;

export const ConversationInput = z.object({ conversationId: idSchema("conversation") });
export type ConversationInput = z.infer<typeof ConversationInput>;

export const ResumeInput = z.object({ conversationId: idSchema("conversation"), exchangeId: idSchema("exchange") });
export type ResumeInput = z.infer<typeof ResumeInput>;

export const ListConversationsInput = z.object({
  /** Words of a title or a question, typed in Cyrillic or Latin letters. */
  search: z.string().trim().max(100).optional(),
  cursor: z.string().max(2_000).optional(),
});
export type ListConversationsInput = z.infer<typeof ListConversationsInput>;

export const RenameConversationInput = z.object({
  conversationId: idSchema("conversation"),
  title: z.string().trim().min(1).max(100),
});
export type RenameConversationInput = z.infer<typeof RenameConversationInput>;

export const StopAnswerInput = z.object({
  conversationId: idSchema("conversation"),
  exchangeId: idSchema("exchange"),
  /** Characters of the answer's text that were on the screen. */
  shownChars: z.number().int().min(0).max(100_000),
});
export type StopAnswerInput = z.infer<typeof StopAnswerInput>;

/** How long a teacher pauses a pupil's chat: minutes, the rest of the day in Ulaanbaatar, or until it is lifted. */
export const pauseLengths = ["15", "60", "day", "lifted"] as const;
export const PausePupilInput = z.object({
  classroomId: idSchema("classroom"),
  studentId: idSchema("student"),
  length: z.enum(pauseLengths),
  reason: Reason,
});
export type PausePupilInput = z.input<typeof PausePupilInput>;

export const LiftPauseInput = PausePupilInput.omit({ length: true });
export type LiftPauseInput = z.input<typeof LiftPauseInput>;

/** Minutes that a teacher may add to a day; the questions grow in the same proportion. */
export const extensions = [30, 60, 120] as const;
export const ExtendDayInput = z.object({
  classroomId: idSchema("classroom"),
  /** The whole class where it is left out. */
  studentId: idSchema("student").optional(),
  minutes: z.union([z.literal(extensions[0]), z.literal(extensions[1]), z.literal(extensions[2])]),
  reason: Reason,
});
export type ExtendDayInput = z.input<typeof ExtendDayInput>;

export const ClassActivityInput = z.object({ classroomId: idSchema("classroom") });
export type ClassActivityInput = z.input<typeof ClassActivityInput>;

/** Whether a pupil may chat. `by`: the rules of the ledger, or a teacher. */
export type ChatStanding =
  | { readonly kind: "active" }
  | { readonly kind: "paused"; readonly untilMs: number; readonly by: "ledger" | "teacher" }
  | { readonly kind: "locked"; readonly by: "ledger" | "teacher" };

/** What a pupil used of a day, against what the day allows. */
export interface DayUse {
  readonly questions: number;
  readonly questionLimit: number;
  readonly activeMinutes: number;
  readonly minuteLimit: number;
}

/** What a pupil's page shows about chatting right now. */
export interface ChatState {
  readonly access: "open" | "resting" | "not-set-up";
  readonly standing: ChatStanding;
  readonly today: DayUse;
  /** The day's questions or time are used up; the next day in Ulaanbaatar has new ones. */
  readonly spent: boolean;
  /** Active steps of today, for the page's own reckoning of breaks. */
  readonly slots: readonly number[];
}

/** One pupil in the teacher's list: numbers and state, never content. */
export interface PupilActivity extends DayUse {
  readonly studentId: StudentId;
  readonly standing: ChatStanding;
  readonly nightMinutes: number;
  /** A teacher allowed more for today. */
  readonly extended: boolean;
}

/** A conversation in the list, newest first. */
export interface ConversationView {
  readonly conversationId: string;
  readonly title: string;
  readonly lastAskedAtMs: number;
  readonly exchangeCount: number;
}

/** One question with its answer, as the page shows it. */
export interface ExchangeView {
  readonly exchangeId: string;
  readonly askedAtMs: number;
  readonly question: string;
  /** `asked`: the answer is still being made (or was interrupted): ask again with the same id to resume. */
  readonly state: "asked" | "answered";
  readonly answer: string;
  readonly card?: (typeof redirectCards)[number];
  readonly notices: readonly Notice[];
  readonly citations: readonly Citation[];
  readonly outcome?: (typeof outcomes)[number];
  readonly source?: AnswerSource;
  /** Set when the pupil pressed stop: how many characters were on the screen. */
  readonly stoppedAt?: number;
  readonly rating?: "up" | "down";
  readonly mode: "answer" | "more-detail";
}

export interface ConversationDetail extends ConversationView {
  readonly exchanges: readonly ExchangeView[];
}

export const maxOpenTasks = 10;

/** How far the tutor helps a whole class with exercises. */
export const SetHintLevelInput = z.object({ classroomId: idSchema("classroom"), level: HintLevel });
export type SetHintLevelInput = z.input<typeof SetHintLevelInput>;

export const AddTaskInput = z.object({
  classroomId: idSchema("classroom"),
  title: z.string().trim().min(2).max(80),
  /** The exercise itself, or what is to be done; the tutor knows the task by these words. */
  text: z.string().trim().min(5).max(400),
  level: HintLevel,
  dueAtMs: z.number().int().positive().optional(),
});
export type AddTaskInput = z.input<typeof AddTaskInput>;

export const CloseTaskInput = z.object({ classroomId: idSchema("classroom"), taskId: idSchema("task") });
export type CloseTaskInput = z.input<typeof CloseTaskInput>;

export const ReadHintPolicyInput = z.object({ classroomId: idSchema("classroom") });
export type ReadHintPolicyInput = z.input<typeof ReadHintPolicyInput>;

/** A task as its class sees it. */
export interface TaskView {
  readonly taskId: TaskId;
  readonly title: string;
  readonly text: string;
  readonly level: HintLevel;
  readonly dueAtMs?: number;
}

/** How far a class is helped, and its open tasks, the newest first. */
export interface HintPolicyView {
  readonly level: HintLevel;
  readonly tasks: readonly TaskView[];
}
