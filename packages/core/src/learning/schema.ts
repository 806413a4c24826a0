import * as z from "zod";
import { idSchema } from "../kernel/id-schema.ts";
import { Grade, Subject } from "../textbook/schema.ts";

/** How an exchange ended. */
export const outcomes = [
  "answered",
  "passages",
  "not-in-books",
  "redirected",
  "supported",
  "blocked",
  "failed",
] as const;
export const Outcome = z.enum(outcomes);
export type Outcome = z.infer<typeof Outcome>;

/** The fact that one question was handled: one SQS message. No name, no question text. */
export const InteractionMessage = z.object({
  type: z.literal("tutor.answered"),
  eventId: idSchema("event"),
  atMs: z.number().int(),
  schoolId: idSchema("school"),
  classroomId: idSchema("classroom"),
  studentId: idSchema("student"),
  conversationId: idSchema("conversation"),
  exchangeId: idSchema("exchange"),
  grade: Grade,
  subject: Subject.optional(),
  outcome: Outcome,
  model: z.string().optional(),
  latencyMs: z.number().int().min(0),
  firstTokenMs: z.number().int().min(0).optional(),
  inputTokens: z.number().int().min(0),
  outputTokens: z.number().int().min(0),
  /** Of the models, millionths of a US dollar; absent where no model answered or its price is not known. */
  costMicroUsd: z.number().int().min(0).optional(),
  textbookIds: z.array(idSchema("textbook")),
  categories: z.array(z.string()).default([]),
  /** Arms of the comparisons (feature flags that are on for a share) that the pupil was in. */
  variants: z.record(z.string(), z.enum(["on", "off"])).optional(),
  /** Where the pupil stands with an exercise, for a message that was about one. */
  help: z
    .object({
      level: z.enum(["none", "hints", "worked-example", "open"]),
      step: z.enum(["refused", "attempt-asked", "hint", "example", "solution"]),
      attempt: z.boolean(),
      /** How the work was wanted done by somebody else. */
      offloading: z.enum(["reveal", "do-it", "authority", "paste"]).optional(),
    })
    .optional(),
});
export type InteractionMessage = z.infer<typeof InteractionMessage>;

/** The longest question that is told on: longer ones tell a story, and a story may tell of a child. */
export const maxUnansweredChars = 120;

/**
 * A question that found nothing in the textbooks, so that gaps are seen. It carries its words (personal data masked, no
 * name) but neither pupil nor class nor school: `bucket` is one of 1,024, only to tell many askers from one. Never
 * archived; its words are kept once enough different pupils asked the same.
 */
export const UnansweredMessage = z.object({
  type: z.literal("tutor.found-nothing"),
  eventId: idSchema("event"),
  atMs: z.number().int(),
  grade: Grade,
  subject: Subject.optional(),
  question: z.string().min(2).max(maxUnansweredChars),
  bucket: z.number().int().min(0).max(1_023),
});
export type UnansweredMessage = z.infer<typeof UnansweredMessage>;

const Day = z.iso.date();

/** Calendar days in Ulaanbaatar, both included; at most half a year. */
export const InsightsInput = z.object({ fromDay: Day, toDay: Day });
export type InsightsInput = z.input<typeof InsightsInput>;

export const ExerciseUseInput = z.object({
  classroomId: idSchema("classroom"),
  days: z.number().int().min(1).max(31).default(7),
});
export type ExerciseUseInput = z.input<typeof ExerciseUseInput>;
