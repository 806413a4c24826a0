import type { EngineLine } from "./engine-line.ts";
import { looksLikeFormula } from "./formula-line.ts";
import type { PageImage, RecognisedPage } from "./page-recogniser.ts";
import type { PreparedPage } from "./prepare-page.ts";
import { tidyWords } from "./tidy-words.ts";
import { wordsToItems } from "./words-to-items.ts";

/** Puts a recognised page together from the engine's lines: tidied words, formulas marked, lengths in points. */
export function readEngineLines(
  engineLines: readonly EngineLine[],
  { raster, dpi, leaders, turnedDegrees }: PreparedPage,
  { pdfPage }: PageImage,
): RecognisedPage {
  const scale = 72 / dpi;
  const lines = engineLines.flatMap((line) => {
    const words = tidyWords(line.words);
    if (words.length === 0) return [];
    const text = words.map((word) => word.text).join(" ");
    const letters = words.reduce((sum, word) => sum + word.text.length, 0);
    const confidence = words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / Math.max(1, letters);
    return [{ ...line, words, text, confidence, isFormula: looksLikeFormula(text, confidence) }];
  });
  return {
    page: {
      pdfPage,
      width: raster.width * scale,
      height: raster.height * scale,
      items: wordsToItems(lines, leaders, dpi),
      rules: [],
    },
    lines: lines.map(({ words, text, confidence, isFormula }) => ({
      text,
      confidence: Math.round(confidence),
      isFormula,
      x: Math.min(...words.map((word) => word.x)) * scale,
      x1: Math.max(...words.map((word) => word.x1)) * scale,
      top: Math.min(...words.map((word) => word.top)) * scale,
      bottom: Math.max(...words.map((word) => word.bottom)) * scale,
    })),
    turnedDegrees,
  };
}
