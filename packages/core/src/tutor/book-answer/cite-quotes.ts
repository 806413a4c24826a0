import type { Citation, Passage } from "../../textbook/schema.ts";
import { citePassage } from "../answering/cite-passage.ts";
import type { QuoteUnit } from "./quote-units.ts";

/** Sentences chosen from one passage. */
export interface CitedUnits {
  readonly passage: Passage;
  readonly units: readonly QuoteUnit[];
}

export interface PassagesAnswer {
  /** Sentences of the books with `[n]` after each book's part. */
  readonly text: string;
  readonly citations: readonly Citation[];
}

/** Lays quotes out one paragraph each, with the number of its citation. */
export function citeQuotes(quotes: readonly CitedUnits[]): PassagesAnswer {
  const paragraphs = quotes.map(({ units }, index) => layOut(units, index + 1));
  return {
    text: paragraphs.join("\n\n"),
    citations: quotes.map(({ passage }, index) => citePassage(passage, index + 1)),
  };
}

/** Sentences run on; items, formulas and tables stand on lines of their own. */
function layOut(units: readonly QuoteUnit[], number: number): string {
  let text = "";
  for (const [index, unit] of units.entries()) {
    const last = units[index - 1];
    const ownLine = unit.kind !== "sentence" || last?.kind !== "sentence";
    const apart = unit.kind === "table" || last?.kind === "table";
    text += text === "" ? "" : apart ? "\n\n" : ownLine ? "\n" : " ";
    text += unit.kind === "item" ? unit.text.replace(/^[•◦▪–—]\s/u, "- ") : unit.text;
  }
  return `${text}${units.at(-1)?.kind === "table" ? "\n\n" : " "}[${number}]`;
}
