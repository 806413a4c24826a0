import { existsSync, readFileSync } from "node:fs";
import { createOcr } from "../../packages/core/src/adapters/ocr.ts";
import { createPdfReader } from "../../packages/core/src/adapters/pdf-reader.ts";
import { silentLog } from "../../packages/core/src/kernel/index.ts";
import { readPageText } from "../../packages/core/src/textbook/ingesting/read-page-text.ts";
import type { OutlineEntry, RawPage, ReadPage } from "../../packages/core/src/textbook/layout/page-text.ts";
import { repairOutline } from "../../packages/core/src/textbook/repair/repair-outline.ts";
import { evalFolder } from "./retrieval-sets.ts";

export interface TrueBlock {
  readonly kind: string;
  readonly text?: string;
}
export interface Truth {
  readonly toc: readonly { readonly title: string; readonly printedPage: number }[];
  readonly pages: readonly { readonly pdfPage: number; readonly blocks: readonly TrueBlock[] }[];
}

export const pdfFolder = `${evalFolder}pdf/`;

/** The true text of the synthetic files; undefined where the data is not there. */
export function readTruth(): Truth | undefined {
  const file = `${pdfFolder}synthetic/truth.json`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Truth) : undefined;
}

export interface EvalPdf {
  /** The text layer as the file gives it. */
  readonly raw: readonly RawPage[];
  /** What ingestion makes of it. */
  readonly pages: readonly ReadPage[];
  readonly outline: readonly OutlineEntry[];
  readonly msPerPage: number;
}

/** Reads a PDF the way ingestion does: text layer, repair, recognition where that reads better. */
export async function readEvalPdf(file: string): Promise<EvalPdf> {
  const pdf = await createPdfReader().open(new Uint8Array(readFileSync(pdfFolder + file)));
  const pageRecogniser = createOcr();
  try {
    const raw: RawPage[] = [];
    for (let page = 1; page <= pdf.pageCount; page += 1) raw.push(await pdf.readPage(page));
    const pages: ReadPage[] = [];
    const startMs = performance.now();
    for (const { pdfPage } of raw)
      pages.push((await readPageText({ pageRecogniser, log: silentLog }, pdf, pdfPage)).page);
    const msPerPage = (performance.now() - startMs) / pages.length;
    return { raw, pages, outline: repairOutline(pdf.outline), msPerPage };
  } finally {
    await pdf.close();
    await pageRecogniser.close();
  }
}
