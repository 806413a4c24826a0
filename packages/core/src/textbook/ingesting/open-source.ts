import { createHash } from "node:crypto";
import { DomainError } from "../../kernel/index.ts";
import { type OpenPdf, PdfRefused, type SavedTextbook, type TextbookPorts } from "../ports.ts";
import { maxFileBytes } from "../schema.ts";
import { sourceKey } from "./library-keys.ts";

/**
 * Opens the uploaded PDF of a textbook, and only the one that its job began with: the signed address takes a second upload
 * for as long as it is valid. `sourceHash` is its SHA-256, hex. Close the PDF.
 * @throws PdfRefused `too-large`, `not-a-pdf` when there is no file, `damaged` when it is another one or has no pages
 */
export async function openSource(
  ctx: Pick<TextbookPorts, "uploads" | "pdfReader">,
  textbook: SavedTextbook,
): Promise<{ readonly pdf: OpenPdf; readonly sourceHash: string }> {
  const bytes = await ctx.uploads
    .get({ key: sourceKey(textbook.textbookId), maxBytes: maxFileBytes })
    .catch(refuseSize);
  if (bytes === undefined) throw new PdfRefused("not-a-pdf");
  // Before the reader takes the bytes over.
  const sourceHash = createHash("sha256").update(bytes).digest("hex");
  if (textbook.sourceHash !== undefined && textbook.sourceHash !== sourceHash) throw new PdfRefused("damaged");
  const pdf = await ctx.pdfReader.open(bytes);
  const isSame = textbook.pageCount === undefined || textbook.pageCount === pdf.pageCount;
  if (isSame && pdf.pageCount > 0) return { pdf, sourceHash };
  await pdf.close();
  throw new PdfRefused("damaged");
}

function refuseSize(error: unknown): never {
  if (error instanceof DomainError && error.kind === "too-large") throw new PdfRefused("too-large", { cause: error });
  throw error;
}
