import type { OutlineEntry, RawPage } from "./layout/page-text.ts";
import type { PageImage } from "./recognise/page-recogniser.ts";
import type { IngestionFailure } from "./schema.ts";

/** What is inside a PDF, seen through a reader that a hostile file can't harm. Close it, or its memory stays. */
export interface OpenPdf {
  readonly pageCount: number;
  /** The PDF's own outline in reading order; empty where it has none. */
  readonly outline: readonly OutlineEntry[];
  /** Text of one page with positions. `pdfPage` is 1-based. */
  readPage(pdfPage: number): Promise<RawPage>;
  /** One page as WebP, large for reading and small for lists. */
  drawPage(pdfPage: number): Promise<PageImages>;
  /** One page in grey, sharp enough for character recognition; undefined when nothing at all is printed on it. */
  scanPage(pdfPage: number): Promise<PageImage | undefined>;
  close(): Promise<void>;
}

export interface PageImages {
  /** At most 1,200 pixels wide. */
  readonly image: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** At most 360 pixels wide. */
  readonly thumbnail: Uint8Array;
}

/** Opens PDFs. Every method, here and on the open PDF, throws {@link PdfRefused} when the file is to blame. */
export interface PdfReader {
  /** Takes the bytes over: they must not be used afterwards. */
  open(bytes: Uint8Array): Promise<OpenPdf>;
}

/** The file itself is the reason why it can't become a textbook; trying again would change nothing. */
export class PdfRefused extends Error {
  readonly reason: IngestionFailure;

  constructor(reason: IngestionFailure, options?: ErrorOptions) {
    super(`PDF refused: ${reason}`, options);
    this.name = "PdfRefused";
    this.reason = reason;
  }
}
