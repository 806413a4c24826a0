import { unreadFormula } from "./recognise/formula-line.ts";
import type { Passage } from "./schema.ts";

/** What is searched and embedded of a passage. A paragraph rarely names its own topic: its chapter and section do. */
export function searchedText({ chapter, section, text }: Pick<Passage, "chapter" | "section" | "text">): string {
  // What stands for an unread formula says nothing of it: a question about formulas would find them all.
  const words = text.replaceAll(unreadFormula, "").trim();
  return [chapter, section, words].filter((part) => part !== undefined && part !== "").join("\n");
}
