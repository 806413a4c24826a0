import { PdfRefused } from "../../textbook/ports.ts";
import { createPageDrawer } from "./draw-page.ts";
import { preflight } from "./preflight.ts";
import { openText } from "./read-text.ts";

/** A national textbook has at most some 400 pages. */
const maxPages = 600;

/** Guards, then opens one PDF for text (pdf.js) and, on the first drawing, for images (PDFium). */
export async function openPdf(bytes: Buffer) {
  preflight(bytes);
  // pdf.js takes its copy away; the drawer keeps the original.
  const text = await openText(new Uint8Array(bytes));
  if (text.pageCount > maxPages) throw new PdfRefused("too-many-pages");
  if (text.pageCount < 1) throw new PdfRefused("damaged");
  const outline = await text.readOutline();
  return { pageCount: text.pageCount, outline, readPage: text.readPage, ...createPageDrawer(bytes) };
}
