import type { OutlineEntry } from "../layout/page-text.ts";
import { type FontRun, repairFonts } from "./repair-fonts.ts";

/** Repairs the titles of a PDF's outline: producers with a legacy font write them in its encoding, too. */
export function repairOutline(outline: readonly OutlineEntry[]): OutlineEntry[] {
  const runs = outline.flatMap(({ title }): FontRun[] => [
    { font: "outline", text: title },
    { font: "outline", text: "" },
  ]);
  const repaired = repairFonts(runs).runs;
  return outline.map((entry, at) => ({ ...entry, title: repaired[2 * at]?.text ?? entry.title }));
}
