import type { JobId, Page, PassageId, TextbookId } from "../kernel/index.ts";
import type { PdfReader } from "./pdf-ports.ts";
import type { PageRecogniser } from "./recognise/page-recogniser.ts";
import type { PageReviewStore } from "./reviewing/page-review.ts";
import type { IngestionFailure, IngestMessage, Passage, Subject, TextbookState } from "./schema.ts";

export { type OpenPdf, type PageImages, type PdfReader, PdfRefused } from "./pdf-ports.ts";
export type { ArrivedPart, PartUploads, SavedUpload, UploadPorts, UploadStore } from "./uploading/upload-ports.ts";

/** Objects in S3. Keys are UTF-8; every method throws `DomainError("unavailable", "textbook.storage-down")` when S3 can't be reached. */
export interface FileStore {
  /** Signed address for one PUT of this key, valid `expiresInS` seconds. */
  presignPut(input: {
    readonly key: string;
    readonly contentType: string;
    readonly expiresInS: number;
  }): Promise<string>;
  presignGet(input: { readonly key: string; readonly expiresInS: number }): Promise<string>;
  put(input: { readonly key: string; readonly body: Uint8Array | string; readonly contentType: string }): Promise<void>;
  /** The object's bytes, or undefined when there is none. `maxBytes` guards memory: a larger object throws `too-large`. */
  get(input: { readonly key: string; readonly maxBytes: number }): Promise<Uint8Array | undefined>;
  head(key: string): Promise<{ readonly sizeBytes: number } | undefined>;
  /** Like `get`, with the object's version for `replace`. */
  getVersioned(input: {
    readonly key: string;
    readonly maxBytes: number;
  }): Promise<{ readonly body: Uint8Array; readonly version: string } | undefined>;
  /** Puts over exactly this version of the object (S3's `If-Match`); false when somebody else wrote or deleted it meanwhile. */
  replace(input: {
    readonly key: string;
    readonly version: string;
    readonly body: Uint8Array | string;
    readonly contentType: string;
  }): Promise<boolean>;
  /** Deletes every key under the prefix. */
  deletePrefix(prefix: string): Promise<void>;
}

export interface IngestQueue {
  send(message: IngestMessage, delayS?: number): Promise<void>;
  /** About how many messages wait, are being handled or are delayed. */
  depth(): Promise<number>;
}

/** Terms of a text as both engines index them, made by `analyseText`; no term holds a space or a quote. */
export interface AnalysedText {
  /** Light stems, beginnings of words (`^фото`), numbers and formulas. */
  readonly stems: readonly string[];
  /** Character 4-grams of the words' sound keys. */
  readonly grams: readonly string[];
}

export interface IndexedPassage {
  readonly passage: Passage;
  readonly analysed: AnalysedText;
  readonly vector: Float32Array;
}

export interface PassageQuery {
  /** Readings of the question (one for Cyrillic, several ranked ones for Latin typing), best first; a passage counts by the best. */
  readonly readings: readonly AnalysedText[];
  readonly vector?: Float32Array;
  /** The only books that are looked at. */
  readonly grades: readonly number[];
  readonly subject?: Subject;
  readonly textbookId?: TextbookId;
  /** Length of each list. */
  readonly limit: number;
}

export interface RankedPassage {
  readonly passage: Passage;
  /** The engine's own score, higher is better; only comparable within one list. */
  readonly score: number;
}

/**
 * The search engine. Holds one embedding model and dimension; both lists come best first, equals by their ids. Unless its
 * docstring says otherwise every method throws `DomainError("unavailable", "textbook.search-down")` when the engine can't be
 * reached. What a write
 * acknowledged is seen by the next search and survives the process; one that failed may be repeated as it was. The embedded
 * engine writes all or nothing; a remote one may have written a part when it fails.
 */
export interface PassageIndex {
  /** Adds or replaces by passage id; visible to the next search. */
  add(passages: readonly IndexedPassage[]): Promise<void>;
  /** Removes a book's passages, all but those of the ids in `except`. */
  removeTextbook(textbookId: TextbookId, except?: readonly PassageId[]): Promise<void>;
  /** Removes passages of these ids, of any book; unknown ids are no error. */
  removePassages(passageIds: readonly PassageId[]): Promise<void>;
  search(
    query: PassageQuery,
  ): Promise<{ readonly lexical: readonly RankedPassage[]; readonly vector: readonly RankedPassage[] }>;
  /** The passages of these ids in their order; unknown ids are left out. */
  find(passageIds: readonly PassageId[]): Promise<readonly Passage[]>;
  /** Document frequencies for the grounding gate: how many passages of these grades hold each stem, and how many there are. */
  frequencies(input: { readonly stems: readonly string[]; readonly grades: readonly number[] }): Promise<{
    readonly total: number;
    readonly byStem: ReadonlyMap<string, number>;
  }>;
}

/** A search index that is being built beside the one in use. */
export interface PassageRebuild {
  /** For {@link PassageRebuilds.resume}. */
  readonly name: string;
  readonly passages: PassageIndex;
  /** Puts it in use for every program, in one step. Repeating it changes nothing. */
  use(): Promise<void>;
}

/** Builds the index of the settings' embedding model anew, see `reindexTextbooks`. One rebuild at a time. */
export interface PassageRebuilds {
  /** Begins with an empty index; what earlier rebuilds left unused is removed. */
  begin(): Promise<PassageRebuild>;
  /** A rebuild that broke off; undefined when it is gone, of another analysis of words, or in use already. */
  resume(name: string): Promise<PassageRebuild | undefined>;
  /** Whether the index in use holds terms of another `analysisVersion`: until it is built anew nothing is searched. */
  isStale(): Promise<boolean>;
}

/**
 * Turns texts into vectors. `embed` answers in the order of the texts and throws {@link EmbeddingFailure}; `onTokens` is told
 * what the provider counted, once a request, where it does.
 */
export interface Embeddings {
  /** Name and dimension of the model, kept with the index: vectors of two models are never mixed. */
  readonly model: string;
  readonly dimensions: number;
  embed(
    texts: readonly string[],
    purpose: "passage" | "query",
    onTokens?: (tokens: number) => void,
  ): Promise<readonly Float32Array[]>;
}

export type EmbeddingFailureReason = "rate-limited" | "timeout" | "unreachable" | "refused" | "malformed";

/** The embedding model could not answer, after the adapter's own retries. Search goes on by words; ingestion is tried again. */
export class EmbeddingFailure extends Error {
  readonly reason: EmbeddingFailureReason;

  constructor(reason: EmbeddingFailureReason, options?: ErrorOptions) {
    super(`embedding failed: ${reason}`, options);
    this.name = "EmbeddingFailure";
    this.reason = reason;
  }
}

export type { Page };

/** A textbook as the table holds it. */
export interface SavedTextbook {
  readonly textbookId: TextbookId;
  readonly title: string;
  readonly subject: Subject;
  readonly grade: number;
  readonly year: number;
  readonly edition: number;
  readonly language: string;
  readonly licence: string;
  readonly publisher: string;
  readonly required: boolean;
  /** The book that this one takes the place of when it becomes ready. */
  readonly replaces?: TextbookId;
  /** The book that has taken this one's place. */
  readonly replacedBy?: TextbookId;
  readonly sample: boolean;
  readonly state: TextbookState;
  /** The ingestion under way or done last. Messages of any other job are stale. */
  readonly jobId?: JobId;
  readonly failure?: IngestionFailure;
  readonly pageCount?: number;
  /** SHA-256 of the PDF that this job reads, hex: another file under the same address is never mixed in. */
  readonly sourceHash?: string;
  /** How many pages are read and stored; never goes back within a job. */
  readonly pagesDone: number;
  /** Which ones, in any order, while the job is under way. */
  readonly pagesRead?: readonly number[];
  /** How often the sweeper has set this job going again. */
  readonly restarts?: number;
  /** When the book's removal began: what is left of it goes too. */
  readonly removedAtMs?: number;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

/** Textbooks are national: no tenant in their keys. Every write that changes state holds its guard itself; false: refused. */
export interface TextbookStore {
  create(textbook: SavedTextbook): Promise<void>;
  get(textbookId: TextbookId): Promise<SavedTextbook | undefined>;
  /** By grade (lowest first), then subject. `states` filters; a page may hold fewer than `limit`. */
  list(input: {
    readonly grades: { readonly from: number; readonly to: number };
    readonly states: readonly TextbookState[];
    readonly limit: number;
    readonly cursor?: string;
  }): Promise<Page<SavedTextbook>>;
  /**
   * Begins a job where the textbook is in one of `from`, or is ingesting but untouched since `staleBeforeMs`, or was
   * replaced by `orphanOf`, which is gone; never one that is being removed.
   */
  beginJob(input: {
    readonly textbookId: TextbookId;
    readonly jobId: JobId;
    readonly from: readonly TextbookState[];
    readonly orphanOf?: TextbookId;
    readonly staleBeforeMs: number;
    readonly atMs: number;
  }): Promise<boolean>;
  /**
   * Records pages read by this job, of this very file, in any order and however often; answers the textbook as it is then,
   * or undefined: the job is no longer the textbook's, or reads another file.
   */
  recordPages(input: {
    readonly textbookId: TextbookId;
    readonly jobId: JobId;
    readonly sourceHash: string;
    readonly pageCount: number;
    readonly pages: readonly number[];
    readonly atMs: number;
  }): Promise<SavedTextbook | undefined>;
  /** Lets one step alone build the passages, until `untilMs`. */
  claimBuild(input: {
    readonly textbookId: TextbookId;
    readonly jobId: JobId;
    readonly untilMs: number;
    readonly atMs: number;
  }): Promise<boolean>;
  /** The step that builds has failed: the next one need not wait. */
  releaseBuild(input: { readonly textbookId: TextbookId; readonly jobId: JobId }): Promise<boolean>;
  /**
   * Ends the job; only the one under way. A book that becomes ready takes, in the same write, the place of the one that it
   * `replaces`, where that one is ready still; else it becomes ready beside whatever is there.
   */
  finishJob(input: {
    readonly textbookId: TextbookId;
    readonly jobId: JobId;
    readonly atMs: number;
    readonly outcome:
      | { readonly state: "ready"; readonly replaces?: TextbookId }
      | { readonly state: "failed"; readonly failure: IngestionFailure };
  }): Promise<boolean>;
  /** Counts a restart of a job that was seen untouched since `seenAtMs`; of several sweepers one alone. */
  claimRestart(input: {
    readonly textbookId: TextbookId;
    readonly jobId: JobId;
    readonly seenAtMs: number;
    readonly atMs: number;
  }): Promise<boolean>;
  /** Ends the wait for a file that never came. */
  giveUpUpload(textbookId: TextbookId, atMs: number): Promise<boolean>;
  /** Takes the textbook out of any job before its parts are removed, and marks it for the sweeper to go on with that. */
  stopJobs(textbookId: TextbookId, atMs: number): Promise<boolean>;
  remove(textbookId: TextbookId): Promise<void>;
  /** Writes down other facts about a book that is still in `state` and untouched since `seenAtMs`; false: it no longer is. */
  edit(input: {
    readonly textbookId: TextbookId;
    readonly state: TextbookState;
    readonly seenAtMs: number;
    readonly facts: TextbookFacts;
    readonly atMs: number;
  }): Promise<boolean>;
}

/** What an administrator writes down about a book, and may correct. */
export type TextbookFacts = Pick<
  SavedTextbook,
  "title" | "subject" | "grade" | "year" | "language" | "licence" | "publisher" | "required"
>;

/** What the textbook slice needs from outside. */
export interface TextbookPorts {
  readonly textbooks: TextbookStore;
  /** PDFs as uploaded; never served to anyone. */
  readonly uploads: FileStore;
  /** What ingestion made of them: pages, images, passages. */
  readonly library: FileStore;
  readonly ingestQueue: IngestQueue;
  readonly passages: PassageIndex;
  readonly embeddings: Embeddings;
  readonly pdfReader: PdfReader;
  /** Costs nothing until a page has to be recognised. */
  readonly pageRecogniser: PageRecogniser;
  /** What people corrected and checked, page by page. */
  readonly pageReviews: PageReviewStore;
}
