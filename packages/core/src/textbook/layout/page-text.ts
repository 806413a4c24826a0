/**
 * Text of one page as a PDF gives it. All lengths are PDF points; the origin is the page's top left corner, y grows downwards.
 */
export interface TextItem {
  readonly text: string;
  /** Left end of the baseline. */
  readonly x: number;
  /** Height of the baseline under the page's top edge. */
  readonly y: number;
  readonly width: number;
  /** Font size. */
  readonly size: number;
  /** Name of the font within its document: only good for telling two fonts apart. */
  readonly font: string;
  /** How far recognised letters can be trusted, 0..1; absent in a text layer. */
  readonly confidence?: number;
  /** Set where several items were folded into one (a fraction, a root): their content and outer edges; `text` is empty. */
  readonly whole?: { readonly run: Run; readonly top: number; readonly bottom: number };
}

export interface RawPage {
  /** 1-based. */
  readonly pdfPage: number;
  readonly width: number;
  readonly height: number;
  /** In the order of the content stream; items of whitespace alone included. */
  readonly items: readonly TextItem[];
  /** Thin horizontal lines drawn on the page; only sought on pages with formulas. */
  readonly rules?: readonly Rule[];
}

export interface Rule {
  readonly x: number;
  readonly x1: number;
  readonly y: number;
}

/** A piece of a line: at the baseline, raised or lowered; a fraction whose parts stand above each other; a root. */
export type Run =
  | { readonly at: "base" | "sup" | "sub"; readonly text: string }
  | { readonly at: "fraction"; readonly above: readonly Run[]; readonly below: readonly Run[] }
  | { readonly at: "root"; readonly under: readonly Run[] };

/** A run of letters, as opposed to a built-up one. */
type LetterRun = Extract<Run, { readonly text: string }>;
export const isLetters = (run: Run): run is LetterRun => "text" in run;

/** Words on one baseline, without a wide gap between them. */
export interface Line {
  readonly kind: "line";
  readonly runs: readonly Run[];
  readonly x: number;
  readonly x1: number;
  /** Baseline. */
  readonly y: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  readonly font: string;
  /** Of the item that can be trusted least. */
  readonly confidence?: number;
}

/** A table found on a page, its cells already put together. */
export interface Table {
  readonly kind: "table";
  readonly rows: readonly (readonly string[])[];
  readonly confidence?: number;
  readonly x: number;
  readonly x1: number;
  readonly top: number;
  readonly bottom: number;
}

/** One page in reading order: what ingestion stores, and all that is needed to build passages again without the PDF. */
export interface ReadPage {
  readonly pdfPage: number;
  readonly width: number;
  readonly height: number;
  readonly blocks: readonly (Line | Table)[];
  /** Where the text comes from; absent in pages stored before this was recorded. */
  readonly source?: TextSource;
  /** How well-formed the words of a text layer are that was repaired or stayed doubtful, 0..1; absent for a clean one. */
  readonly textScore?: number;
  /** Recognised pages stand straight here: degrees clockwise by which the page image would have to be turned to match. */
  readonly turnedDegrees?: number;
}

/** The PDF's text layer as it is, or after repair; or character recognition of the page's image. */
export type TextSource = "text" | "repaired" | "ocr";

/** The lesser of two confidences, for an object that may have none. */
export function leastConfidence(...parts: readonly ({ readonly confidence?: number | undefined } | undefined)[]): {
  readonly confidence?: number;
} {
  const known = parts.flatMap((part) => part?.confidence ?? []);
  return known.length === 0 ? {} : { confidence: Math.min(...known) };
}

/** One entry of the PDF's own outline, in reading order. */
export interface OutlineEntry {
  /** 1 is the highest. */
  readonly level: number;
  readonly title: string;
  readonly pdfPage: number;
}
