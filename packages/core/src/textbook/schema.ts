import * as z from "zod";
import { idSchema } from "../kernel/id-schema.ts";

/** School subjects; names for people live in the web app's dictionaries. */
export const subjects = [
  "mathematics",
  "mongolian",
  "literature",
  "mongolian-script",
  "natural-science",
  "biology",
  "physics",
  "chemistry",
  "geography",
  "history",
  "social-studies",
  "informatics",
  "english",
  "russian",
  "health",
  "design-technology",
] as const;
export const Subject = z.enum(subjects);
export type Subject = z.infer<typeof Subject>;

export const Grade = z.number().int().min(1).max(12);

/** Why a PDF could not become a textbook; each has words in every language. */
export const ingestionFailures = [
  "not-a-pdf",
  "damaged",
  "encrypted",
  "too-large",
  "too-many-pages",
  "too-complex",
  "no-text",
  "timed-out",
  "internal",
  /** No file came within a day of adding the book. */
  "never-uploaded",
] as const;
export type IngestionFailure = (typeof ingestionFailures)[number];

/** `replaced`: a newer edition stands in its place; nothing of it is found any more, but what cites it still opens. */
export const textbookStates = ["awaiting-upload", "ingesting", "ready", "failed", "replaced"] as const;
export type TextbookState = (typeof textbookStates)[number];

/** The largest PDF that is taken in. A signed upload can't hold a browser to it, so that ingestion asks again. */
export const maxFileBytes = 80 * 1024 * 1024;

/** What an administrator fills in to add a textbook. */
export const AddTextbookInput = z.object({
  title: z.string().trim().min(2).max(200),
  subject: Subject,
  grade: Grade,
  /** Year of publication. */
  year: z.number().int().min(1990).max(2100),
  edition: z.number().int().min(1).max(99).default(1),
  language: z.enum(["mn", "en", "ru", "kk"]).default("mn"),
  licence: z.string().trim().max(100).default(""),
  publisher: z.string().trim().max(200).default(""),
  /** Whether the school programme requires the book; optional reading otherwise. */
  required: z.boolean().default(true),
  /** The ready book of the same subject and grade that this one takes the place of, once it is ready itself. */
  replaces: idSchema("textbook").optional(),
  fileName: z.string().trim().min(1).max(300),
  sizeBytes: z.number().int().min(1).max(maxFileBytes),
});
export type AddTextbookInput = z.input<typeof AddTextbookInput>;

/** Which textbooks to list; the cursor comes from the page before. */
export const ListTextbooksInput = z.object({
  grade: Grade.optional(),
  subject: Subject.optional(),
  year: z.number().int().optional(),
  edition: z.number().int().optional(),
  required: z.boolean().optional(),
  language: z.string().max(10).optional(),
  licence: z.string().max(100).optional(),
  /** Only platform administrators see other states than `ready`. */
  state: z.enum(textbookStates).optional(),
  /** Words of the title, publisher or licence, in any spelling. */
  search: z.string().max(200).optional(),
  cursor: z.string().max(2_000).optional(),
});
export type ListTextbooksInput = z.input<typeof ListTextbooksInput>;

/** One step of ingestion, sent to the ingest queue by the product itself. */
export const IngestMessage = z.object({
  kind: z.literal("ingest-pages"),
  textbookId: idSchema("textbook"),
  jobId: idSchema("job"),
  /** First page (1-based) to read; one past the last page asks for the passages of the whole book. */
  fromPage: z.number().int().min(1),
  /** Last page to read. Absent: everything that is left of the book, spread over further messages. */
  toPage: z.number().int().min(1).optional(),
});
export type IngestMessage = z.output<typeof IngestMessage>;

/** Rectangle on a page in fractions of its width and height (0..1), origin at the top left: x, y, width, height. */
export const Box = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Box = z.infer<typeof Box>;

export const passageKinds = ["text", "table", "formula", "exercise", "glossary"] as const;
export const PassageKind = z.enum(passageKinds);
export type PassageKind = z.infer<typeof PassageKind>;

/** Where a passage's text comes from: the PDF's text layer as it is, the same after repair, or character recognition. */
export const textSources = ["text-layer", "repaired", "ocr"] as const;
export type TextSource = (typeof textSources)[number];

/**
 * One citable piece of a textbook: a paragraph of at most 500 characters, never across a section.
 * Stored as one JSON line in S3 and in the search index. Maths stands as `$…$` (inline) or `$$…$$` (displayed) LaTeX.
 */
export const Passage = z.object({
  passageId: idSchema("passage"),
  textbookId: idSchema("textbook"),
  bookTitle: z.string(),
  subject: Subject,
  grade: Grade,
  edition: z.number().int(),
  /** Chapter and section titles as printed; absent where the book has none. */
  chapter: z.string().optional(),
  section: z.string().optional(),
  kind: PassageKind,
  /** The paragraph itself: what is cited and marked. */
  text: z.string(),
  /** The paragraph with its neighbours in the same section, at most 1,200 characters: what a model reads. */
  context: z.string(),
  /** 1-based page of the PDF. */
  pdfPage: z.number().int().min(1),
  /** The number printed on that page, where one was found. */
  printedPage: z.string().optional(),
  boxes: z.array(Box),
  /** Absent in passages that were built before it was recorded, as are the two below. */
  textSource: z.enum(textSources).optional(),
  /** How far the text can be trusted, 0..1: the worst line of what was recognised; absent for a clean text layer. */
  confidence: z.number().min(0).max(1).optional(),
  /** The text misses a formula that could not be read, and says so: show the boxes' part of the page image. */
  useImage: z.boolean().optional(),
  /** Position in the book, for neighbours; not whole where a person split a passage. */
  order: z.number(),
});
export type Passage = z.infer<typeof Passage>;

/** A citation as the pupil sees it: book, chapter, printed page; opens the page with the passage marked. */
export const Citation = z.object({
  /** 1-based number in the answer: [1]. */
  number: z.number().int().min(1),
  passageId: idSchema("passage"),
  textbookId: idSchema("textbook"),
  bookTitle: z.string(),
  grade: Grade,
  subject: Subject,
  chapter: z.string().optional(),
  section: z.string().optional(),
  pdfPage: z.number().int().min(1),
  printedPage: z.string().optional(),
  /** First words of the passage, at most 200 characters. */
  excerpt: z.string(),
});
export type Citation = z.infer<typeof Citation>;

/** A textbook as lists and forms show it. */
export interface TextbookView {
  readonly textbookId: string;
  readonly title: string;
  readonly subject: Subject;
  readonly grade: number;
  readonly year: number;
  readonly edition: number;
  readonly language: string;
  readonly licence: string;
  readonly publisher: string;
  /** Required by the school programme, or optional reading. */
  readonly required: boolean;
  /** The older edition that this book takes the place of. */
  readonly replaces?: string;
  /** Set when `state` is `replaced`. */
  readonly replacedBy?: string;
  readonly state: TextbookState;
  /** Set when `state` is `failed`. */
  readonly failure?: IngestionFailure;
  readonly pageCount?: number;
  readonly pagesDone: number;
  readonly sample: boolean;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

/** One page of a textbook, as the page viewer shows it. */
export interface PageView {
  readonly textbookId: string;
  readonly title: string;
  readonly grade: number;
  readonly pdfPage: number;
  readonly printedPage?: string;
  readonly pageCount: number;
  /** Signed, short-lived addresses of the page image. */
  readonly image: { readonly url: string; readonly width: number; readonly height: number };
  readonly thumbnailUrl: string;
  /** Passages on the page with their boxes, for marking. */
  readonly passages: readonly {
    readonly passageId: string;
    readonly text: string;
    readonly boxes: readonly Box[];
    /** The text misses a formula: show the boxes' part of the image. */
    readonly useImage?: boolean;
    /** Passages that a person merged into this one: citations of old answers name them. */
    readonly formerIds?: readonly string[];
  }[];
}

/** Chapters and sections for the table of contents of the viewer. */
export interface ContentsEntry {
  readonly level: number;
  readonly title: string;
  readonly pdfPage: number;
  readonly printedPage?: string;
}
