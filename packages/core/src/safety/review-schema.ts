import * as z from "zod";
import { idSchema } from "../kernel/id-schema.ts";
import type {
  ClassroomId,
  ConversationId,
  ExchangeId,
  ReviewItemId,
  SchoolId,
  StaffId,
  StudentId,
} from "../kernel/ids.ts";

/** Why a person should look at an answer or a refusal. */
export const reviewReasons = ["rated-unsafe", "rated-wrong", "edge-case"] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/** What a person decided: nothing wrong · wrong answer · unsafe (a flag is raised) · the book itself is wrong or badly read. */
export const reviewDecisions = ["fine", "wrong-answer", "unsafe", "book-error"] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

/** Whose it is to decide: the school first; wrong answers and books then go to the platform, without the pupil. */
export const reviewDesks = ["school", "platform", "done"] as const;
export type ReviewDesk = (typeof reviewDesks)[number];

const Source = z.object({
  textbookId: idSchema("textbook"),
  page: z.number().int().min(1),
  title: z.string().max(300),
});

export const AddReviewItemInput = z.object({
  reason: z.enum(reviewReasons),
  conversationId: idSchema("conversation"),
  exchangeId: idSchema("exchange"),
  /** Personal data masked. */
  question: z.string().max(20_000),
  answer: z.string().max(100_000),
  card: z.string().max(40).optional(),
  comment: z.string().max(500).optional(),
  categories: z.array(z.string().max(60)).max(40).default([]),
  sources: z.array(Source).max(20).default([]),
});
export type AddReviewItemInput = z.input<typeof AddReviewItemInput>;

export const ListReviewItemsInput = z.object({
  /** `done`: what was decided before. */
  show: z.enum(["waiting", "done"]).default("waiting"),
  cursor: z.string().max(2_000).optional(),
});
export type ListReviewItemsInput = z.input<typeof ListReviewItemsInput>;

export const DecideReviewItemInput = z.object({
  itemId: idSchema("review"),
  /** Said by a platform administrator; a school's own staff need not. */
  schoolId: idSchema("school").optional(),
  decision: z.enum(reviewDecisions),
});
export type DecideReviewItemInput = z.input<typeof DecideReviewItemInput>;

/** An item as its reader sees it: nobody learns here whose it was. */
export interface ReviewItemView {
  readonly itemId: ReviewItemId;
  readonly schoolId: SchoolId;
  readonly reason: ReviewReason;
  readonly desk: ReviewDesk;
  readonly grade: number;
  readonly atMs: number;
  readonly question: string;
  readonly answer: string;
  readonly card?: string;
  readonly comment?: string;
  readonly categories: readonly string[];
  /** Where the answer came from; the first leads to the page's review. */
  readonly sources: readonly { readonly textbookId: string; readonly page: number; readonly title: string }[];
  readonly decision?: ReviewDecision;
  readonly decidedAtMs?: number;
}

export interface StoredReviewItem extends ReviewItemView {
  readonly studentId: StudentId;
  readonly classroomId: ClassroomId;
  readonly pupilName: string;
  readonly conversationId: ConversationId;
  readonly exchangeId: ExchangeId;
  readonly decidedBy?: StaffId;
}
