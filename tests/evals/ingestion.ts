import { existsSync } from "node:fs";
import { measureContents, measureStrippedOutline } from "./contents.ts";
import type { EvalFigure } from "./figure.ts";
import { pdfFolder, readEvalPdf, readTruth } from "./ingestion-data.ts";
import { measureHostile, measureSpeed } from "./ingestion-speed.ts";
import { measureCorruptions, measureText } from "./text-layer.ts";

/** Files of the synthetic collection, with the character errors that they may have. */
const synthetic: Readonly<Record<string, string>> = {
  chrome: "≤ 0.005",
  lo: "≤ 0.005",
  interleaved: "≤ 0.02",
  legacy_chrome: "≤ 0.005",
  scanned_chrome: "≤ 0.02",
};

/**
 * Measures what ingestion makes of PDFs: text, sections and printed pages, against the truth beside this repository; how
 * fast it is and how much memory it takes; and how files that mean harm end.
 */
export async function run(): Promise<readonly EvalFigure[]> {
  const truth = readTruth();
  if (truth === undefined) {
    console.error(`skipped: no evaluation data at ${pdfFolder} (it lies beside the repository)`);
    return [];
  }
  const figures: EvalFigure[] = [];
  for (const [name, mustReach] of Object.entries(synthetic)) {
    const pdf = await readEvalPdf(`synthetic/${name}.pdf`);
    figures.push(...measureText(name, { pdf, truth, mustReach }));
    // A part of the pages has no contents to compare.
    if (pdf.pages.length === truth.pages.length) figures.push(...measureContents(name, pdf, truth));
  }
  if (existsSync(`${pdfFolder}mn_lshort.pdf`)) figures.push(...(await measureStrippedOutline("mn_lshort")));
  else console.error("skipped: mn_lshort.pdf is not among the evaluation data");
  return [...figures, ...(await measureCorruptions()), ...measureSpeed(), ...measureHostile()];
}
