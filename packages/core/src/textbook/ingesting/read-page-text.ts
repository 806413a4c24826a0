import type { Log } from "../../kernel/index.ts";
import { composePage } from "../layout/compose-page.ts";
import type { ReadPage } from "../layout/page-text.ts";
import type { OpenPdf } from "../ports.ts";
import { type PageRecogniser, RecognitionFailed } from "../recognise/page-recogniser.ts";
import { repairPage, scorePage } from "../repair/repair-page.ts";
import type { TextScore } from "../repair/score-text.ts";

export interface PageTextPorts {
  readonly pageRecogniser: PageRecogniser;
  readonly log: Log;
}

/** One page in reading order, and whether it ought to have been recognised but could not be. */
export interface PageText {
  readonly page: ReadPage;
  readonly isUnread: boolean;
}

/** What is recognised on a page without text must read as words at least by half: a picture gives letters thrown together. */
const leastScore = 0.5;

/**
 * Text of one page from the best source: its text layer, repaired where it was stored wrongly; or, where there is none or
 * it still is no text, what character recognition reads on the page's image, if that is better.
 * @throws PdfRefused
 */
export async function readPageText(
  { pageRecogniser, log }: PageTextPorts,
  pdf: Pick<OpenPdf, "readPage" | "scanPage">,
  pdfPage: number,
): Promise<PageText> {
  const { page, repair, after } = repairPage(await pdf.readPage(pdfPage));
  const isAsItWas = repair === "none" && after.verdict !== "suspect";
  const layer: ReadPage = {
    ...composePage(page),
    source: repair === "none" ? "text" : "repaired",
    ...(isAsItWas ? {} : { textScore: after.score }),
  };
  if (after.verdict === "clean") return { page: layer, isUnread: false };
  const image = await pdf.scanPage(pdfPage);
  if (image === undefined) return { page: layer, isUnread: false };
  try {
    const { page: recognised, turnedDegrees } = await pageRecogniser.recognise(image);
    const isBetter = readsBetter(scorePage(recognised), after);
    const read: ReadPage = { ...composePage(recognised), source: "ocr", turnedDegrees };
    return { page: isBetter ? read : layer, isUnread: false };
  } catch (error) {
    if (!(error instanceof RecognitionFailed)) throw error;
    // One page that can't be read must not cost the book.
    log.warn("a page could not be recognised", { pdfPage, cause: String(error.cause) });
    return { page: layer, isUnread: true };
  }
}

function readsBetter(recognised: TextScore, layer: TextScore): boolean {
  const goodLetters = ({ score, letters }: TextScore) => score * letters;
  if (layer.verdict === "empty") return recognised.score >= leastScore && goodLetters(recognised) > goodLetters(layer);
  return recognised.verdict !== "empty" && recognised.score > layer.score;
}
