import type { EventId, PassageId, StaffId, TextbookId } from "../../kernel/index.ts";
import type { Box, Passage } from "../schema.ts";

export type ReviewState = "open" | "approved";

/** One passage of a page as people left it. What the rest of the book gives it (its context) is added when it is folded in. */
export interface ReviewedPassage extends Pick<
  Passage,
  "passageId" | "kind" | "text" | "order" | "chapter" | "section" | "textSource" | "confidence" | "useImage"
> {
  /** Changes by people so far; 0 as read. Guards each change: what was shown is what is changed. */
  readonly version: number;
  /** Position, among the passages of the page as read, of the one it comes from. */
  readonly origin: number;
  readonly boxes: readonly Box[];
  /** Where it goes on, on later pages. */
  readonly continues: readonly { readonly pdfPage: number; readonly boxes: readonly Box[] }[];
  /** Passages that were merged into it: citations of old answers name them. */
  readonly formerIds?: readonly PassageId[];
  /** Fingerprint of the last change, by which the same change sent twice is known. */
  readonly changeKey?: string;
}

/** A fact that may not be in the audit trail yet. Its id and time are settled with the change: told twice, it stands there once. */
export interface PendingAudit {
  readonly eventId: EventId;
  readonly atMs: number;
  readonly action: `${string}.${string}`;
  readonly subject: string;
  /** Whose act it was: somebody else may finish it. */
  readonly by: StaffId;
  readonly details: Readonly<Record<string, string | number | boolean>>;
}

/** What a change still has to do outside the table; absent once files, search index and audit trail know it. */
export interface PendingWork {
  /** Passages whose entry in the search index is older than the table. */
  readonly refresh: readonly PassageId[];
  /** Passages that no longer are. */
  readonly remove: readonly PassageId[];
  readonly audits: readonly PendingAudit[];
}

/** A correction whose page was read differently by a later ingestion. */
export interface LostCorrection {
  readonly kind: Passage["kind"];
  readonly text: string;
}

/** What people did to one page. The table is the truth; `passages.jsonl`, page views and search index follow it. */
export interface PageReview {
  readonly textbookId: TextbookId;
  readonly pdfPage: number;
  /** Counts writes to this record; guards each of them. */
  readonly version: number;
  readonly state: ReviewState;
  /** Hash of the page's text as ingestion read it ({@link hashPage}): only on top of that text these passages are right. */
  readonly sourceHash: string;
  /** All passages that begin on the page; absent while nobody has changed one. */
  readonly passages?: readonly ReviewedPassage[];
  readonly pending?: PendingWork;
  readonly lost?: readonly LostCorrection[];
  readonly updatedAtMs: number;
}

export interface PageReviewStore {
  get(textbookId: TextbookId, pdfPage: number): Promise<PageReview | undefined>;
  /** Of the whole book, by page. */
  listOf(textbookId: TextbookId): Promise<readonly PageReview[]>;
  /** Records with work left to do ({@link PendingWork}), oldest first, of all books; at most `limit`. May be some ms behind. */
  listUnfinished(limit: number): Promise<readonly PageReview[]>;
  /** Writes the record over the one of `expectedVersion` (0: there is none yet); false when somebody was faster. */
  save(review: PageReview, expectedVersion: number): Promise<boolean>;
  removeAllOf(textbookId: TextbookId): Promise<void>;
}
