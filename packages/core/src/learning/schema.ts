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
  textbookIds: z.array(idSchema("textbook")),
  categories: z.array(z.string()).default([]),
});
export type InteractionMessage = z.infer<typeof InteractionMessage>;
