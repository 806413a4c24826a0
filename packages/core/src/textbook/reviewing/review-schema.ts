import * as z from "zod";
import { type Box, PassageKind, type TextSource } from "../schema.ts";

const ReviewedPlace = { textbookId: z.string().max(100), pdfPage: z.number().int().min(1) };
const PassageSeen = { passageId: z.string().max(100), version: z.number().int().min(0) };

/** Which pages of a book are listed for review; the cursor comes from the page before. */
export const reviewFilters = ["open", "approved", "all"] as const;
export const ListPagesForReviewInput = z.object({
  textbookId: z.string().max(100),
  filter: z.enum(reviewFilters).default("open"),
  cursor: z.string().max(100).optional(),
  limit: z.number().int().min(1).max(60).default(24),
});
export type ListPagesForReviewInput = z.input<typeof ListPagesForReviewInput>;

/** A page as a person saw it who approves or reopens it. */
export const ReviewPageInput = z.object({ ...ReviewedPlace, version: z.number().int().min(0) });
export type ReviewPageInput = z.input<typeof ReviewPageInput>;

export const FinishPageInput = z.object(ReviewedPlace);
export type FinishPageInput = z.input<typeof FinishPageInput>;

/** `version`: the passage's version when it was shown; every change of a passage carries it. */
export const CorrectPassageInput = z.object({
  ...ReviewedPlace,
  ...PassageSeen,
  kind: PassageKind,
  text: z.string().max(20_000),
});
export type CorrectPassageInput = z.input<typeof CorrectPassageInput>;

export const SplitPassageInput = z.object({
  ...ReviewedPlace,
  ...PassageSeen,
  /** The second part begins at this character of the text. */
  position: z.number().int().min(0).max(20_000),
});
export type SplitPassageInput = z.input<typeof SplitPassageInput>;

export const MergePassagesInput = z.object({
  ...ReviewedPlace,
  ...PassageSeen,
  /** The passage after it. */
  next: z.object(PassageSeen),
});
export type MergePassagesInput = z.input<typeof MergePassagesInput>;

export const MarkFormulaImageInput = z.object({
  ...ReviewedPlace,
  ...PassageSeen,
  useImage: z.boolean().default(true),
});
export type MarkFormulaImageInput = z.input<typeof MarkFormulaImageInput>;

/** One page in the list of pages to be checked. */
export interface ReviewListItem {
  readonly pdfPage: number;
  readonly printedPage?: string;
  readonly thumbnailUrl: string;
  readonly state: "open" | "approved";
  /** Sources of its passages' text; empty where nothing could be read. */
  readonly textSources: readonly TextSource[];
  /** 0..1, over the length of its text; 0 where recognition failed. */
  readonly confidence: number;
  readonly passageCount: number;
  /** Earlier corrections that could not be kept when the book was read anew. */
  readonly lostCount: number;
}

/** A passage of a page under review. */
export interface ReviewPassageView {
  readonly passageId: string;
  readonly version: number;
  readonly kind: PassageKind;
  readonly text: string;
  readonly boxes: readonly Box[];
  readonly chapter?: string;
  readonly section?: string;
  readonly textSource?: TextSource;
  readonly confidence?: number;
  readonly useImage: boolean;
  /** Whether it and the next one are neighbours in one section. */
  readonly canMerge: boolean;
}

/** A page under review: the image beside its passages. */
export interface ReviewPageView {
  readonly textbookId: string;
  readonly title: string;
  readonly pdfPage: number;
  readonly printedPage?: string;
  readonly pageCount: number;
  readonly image: { readonly url: string; readonly width: number; readonly height: number };
  readonly state: "open" | "approved";
  readonly version: number;
  /** The last change has not reached files and search yet: `finishPage` brings it there. */
  readonly isUnfinished: boolean;
  readonly passages: readonly ReviewPassageView[];
  readonly lost: readonly { readonly kind: PassageKind; readonly text: string }[];
  /** The page's place in the list of pages for review: the list from here on. */
  readonly cursor: string;
}
