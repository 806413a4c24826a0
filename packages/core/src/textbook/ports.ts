import type { JobId, Page, PassageId, TextbookId } from "../kernel/index.ts";
import type { Passage, Subject } from "./schema.ts";

/** Objects in S3. Keys are UTF-8; every method throws `DomainError("unavailable", "textbook.storage-down")` when S3 can't be reached. */
export interface FileStore {
  /** Signed address for one PUT of this key, valid `expiresInS` seconds. */
  presignPut(input: { readonly key: string; readonly contentType: string; readonly expiresInS: number }): Promise<string>;
  presignGet(input: { readonly key: string; readonly expiresInS: number }): Promise<string>;
  put(input: { readonly key: string; readonly body: Uint8Array | string; readonly contentType: string }): Promise<void>;
  /** The object's bytes, or undefined when there is none. `maxBytes` guards memory: a larger object throws `too-large`. */
  get(input: { readonly key: string; readonly maxBytes: number }): Promise<Uint8Array | undefined>;
  head(key: string): Promise<{ readonly sizeBytes: number } | undefined>;
  /** Deletes every key under the prefix. */
  deletePrefix(prefix: string): Promise<void>;
}

/** One step of ingestion, sent to the ingest queue by the product itself. */
export interface IngestMessage {
  readonly kind: "ingest-pages";
  readonly textbookId: TextbookId;
  readonly jobId: JobId;
  /** First page (1-based) of the range to read; the range's length is the worker's setting. */
  readonly fromPage: number;
}

export interface IngestQueue {
  send(message: IngestMessage, delayS?: number): Promise<void>;
}

/** Words of a text after folding, as both engines index them. */
export interface AnalysedText {
  /** Light stems. */
  readonly stems: readonly string[];
  /** Character 4-grams of the folded words. */
  readonly grams: readonly string[];
}

export interface IndexedPassage {
  readonly passage: Passage;
  readonly analysed: AnalysedText;
  readonly vector: Float32Array;
}

export interface PassageQuery {
  /** Readings of the question (one for Cyrillic, several ranked ones for Latin typing), best first. */
  readonly readings: readonly AnalysedText[];
  readonly vector?: Float32Array;
  readonly grades: readonly number[];
  readonly subject?: Subject;
  readonly textbookId?: TextbookId;
  readonly limit: number;
}

export interface RankedPassage {
  readonly passage: Passage;
  /** The engine's own score, higher is better; only comparable within one list. */
  readonly score: number;
}

/** The search engine. Holds one embedding model and dimension; both lists come best first. */
export interface PassageIndex {
  /** Adds or replaces by passage id; visible to the next search. */
  add(passages: readonly IndexedPassage[]): Promise<void>;
  removeTextbook(textbookId: TextbookId): Promise<void>;
  search(query: PassageQuery): Promise<{ readonly lexical: readonly RankedPassage[]; readonly vector: readonly RankedPassage[] }>;
  find(passageIds: readonly PassageId[]): Promise<readonly Passage[]>;
  /** Document frequencies for the grounding gate: how many passages of these grades hold each stem, and how many there are. */
  frequencies(input: { readonly stems: readonly string[]; readonly grades: readonly number[] }): Promise<{
    readonly total: number;
    readonly byStem: ReadonlyMap<string, number>;
  }>;
}

export interface Embeddings {
  /** Name and dimension of the model, kept with the index: vectors of two models are never mixed. */
  readonly model: string;
  readonly dimensions: number;
  embed(texts: readonly string[], purpose: "passage" | "query"): Promise<readonly Float32Array[]>;
}

export type { Page };
