import { parentPort } from "node:worker_threads";
import { PdfRefused } from "../textbook/ports.ts";
import { openPdf } from "./pdf/open-pdf.ts";
import type { Answer, Question } from "./pdf/worker-protocol.ts";

/**
 * Thread in which PDFs are parsed: one file each, ended from outside when it takes too long or too much memory.
 * Built as a file of its own beside the program that uses the reader.
 */
let pdf: Awaited<ReturnType<typeof openPdf>> | undefined;

async function answer(question: Question): Promise<Answer> {
  const { id, call, input } = question;
  try {
    if ("bytes" in input) {
      pdf = await openPdf(Buffer.from(input.bytes.buffer, input.bytes.byteOffset, input.bytes.byteLength));
      return { id, output: { pageCount: pdf.pageCount, outline: pdf.outline } };
    }
    if (pdf === undefined) throw new Error("the PDF is not open");
    return { id, output: await pdf[call === "open" ? "readPage" : call](input.pdfPage) };
  } catch (error) {
    if (error instanceof PdfRefused) return { id, refused: error.reason };
    return { id, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on("message", (question: Question) => {
  void answer(question).then((given) => parentPort?.postMessage(given));
});
