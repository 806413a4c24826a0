import { readFileSync } from "node:fs";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { createOcr } from "../../packages/core/src/adapters/ocr.ts";
import { createPdfReader } from "../../packages/core/src/adapters/pdf-reader.ts";
import { silentLog } from "../../packages/core/src/kernel/index.ts";
import { inParallel } from "../../packages/core/src/textbook/ingesting/in-parallel.ts";
import { readPageText } from "../../packages/core/src/textbook/ingesting/read-page-text.ts";
import { pagesAtOnce } from "../../packages/core/src/textbook/ingesting/read-range.ts";
import { readBook } from "../../packages/core/src/textbook/layout/read-book.ts";
import type { passageId } from "../../packages/core/src/textbook/layout/passage-id.ts";

/** The process that `ingestion.ts` measures: reads one PDF, barely or fully, and prints pages, milliseconds and peak memory. */
async function bareText(bytes: Uint8Array): Promise<number> {
  const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise;
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const opened = await pdf.getPage(page);
    await opened.getTextContent();
    opened.cleanup();
  }
  return pdf.numPages;
}

async function ingest(bytes: Uint8Array): Promise<number> {
  const pdf = await createPdfReader().open(bytes);
  const numbers = Array.from({ length: pdf.pageCount }, (_unused, index) => index + 1);
  const ports = { pageRecogniser: createOcr(), log: silentLog };
  const pages = await inParallel(numbers, pagesAtOnce, async (number) => {
    const { page } = await readPageText(ports, pdf, number);
    await pdf.drawPage(number);
    return page;
  });
  await pdf.close();
  const textbookId = "tbk_01ARZ3NDEKTSV4RRFFQ69G5FAV" as Parameters<typeof passageId>[0]["textbookId"];
  readBook({ textbookId, title: "Ном", subject: "biology", grade: 8, edition: 1 }, pages, pdf.outline);
  return pdf.pageCount;
}

const [what, file = ""] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(file));
const startMs = performance.now();
const pages = await (what === "bare" ? bareText(bytes) : ingest(bytes));
const ms = performance.now() - startMs;
console.log(JSON.stringify({ pages, ms, peakMib: process.resourceUsage().maxRSS / 1024 }));
process.exit(0);
