import * as z from "zod";
import { idSchema } from "../kernel/id-schema.ts";
import { outcomes } from "../learning/schema.ts";
import { redirectCards } from "../safety/schema.ts";
import { Citation, Subject } from "../textbook/schema.ts";

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
