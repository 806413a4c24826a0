import type { RawPage } from "../layout/page-text.ts";

/** Picture of one page, 150 to 200 dots per inch for print; greyscale is enough. */
export interface PageImage {
  /** 1-based. */
  readonly pdfPage: number;
  /** PNG, JPEG or WebP bytes. */
  readonly image: Uint8Array;
  readonly dpi: number;
}

/** One line as it was recognised. Lengths in points, origin at the top left of the straightened page. */
export interface RecognisedLine {
  readonly text: string;
  /** 0..100. Under 75 the letters are not to be trusted. */
  readonly confidence: number;
  /** Maths that character recognition can't read: show its part of the page image instead, or give it to a vision model. */
  readonly isFormula: boolean;
  readonly x: number;
  readonly x1: number;
  readonly top: number;
  readonly bottom: number;
}

export interface RecognisedPage {
  /** Words as text items in rows from top to bottom: the layout code reads them like a text layer's. */
  readonly page: RawPage;
  readonly lines: readonly RecognisedLine[];
  /**
   * Degrees by which the scan was turned clockwise about the page's middle to stand straight: turn the page image
   * (or the boxes back, see `turnBox`) by the same angle, else marks are off by up to 8 points a degree.
   */
  readonly turnedDegrees: number;
}

/** A page could not be read: no picture, too large, the time limit reached, the engine died. The next page starts afresh. */
export class RecognitionFailed extends Error {
  readonly pdfPage: number;

  constructor(pdfPage: number, options?: ErrorOptions) {
    super(`Page ${pdfPage} could not be recognised`, options);
    this.name = "RecognitionFailed";
    this.pdfPage = pdfPage;
  }
}

/** Reads text from pictures of pages (character recognition). Calls may overlap; they are served one after another. */
export interface PageRecogniser {
  /** @throws RecognitionFailed */
  recognise(page: PageImage): Promise<RecognisedPage>;
  /** Ends the worker thread; a later call starts another. */
  close(): Promise<void>;
}
