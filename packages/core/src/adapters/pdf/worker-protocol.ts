import type { OutlineEntry, RawPage } from "../../textbook/layout/page-text.ts";
import type { PageImages } from "../../textbook/ports.ts";
import type { PageImage } from "../../textbook/recognise/page-recogniser.ts";
import type { IngestionFailure } from "../../textbook/schema.ts";

/** What the worker is asked, and what each question answers. */
export interface WorkerCalls {
  open: { input: { readonly bytes: Uint8Array }; output: { pageCount: number; outline: OutlineEntry[] } };
  readPage: { input: { readonly pdfPage: number }; output: RawPage };
  drawPage: { input: { readonly pdfPage: number }; output: PageImages };
  scanPage: { input: { readonly pdfPage: number }; output: PageImage | undefined };
}
export type CallName = keyof WorkerCalls;

export interface Question {
  readonly id: number;
  readonly call: CallName;
  readonly input: WorkerCalls[CallName]["input"];
}

export type Answer = { readonly id: number } & (
  | { readonly output: WorkerCalls[CallName]["output"] }
  | { readonly refused: IngestionFailure }
  | { readonly bug: string }
);
