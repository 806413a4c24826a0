import type { Passage } from "./schema.ts";

/** What is searched and embedded of a passage. A paragraph rarely names its own topic: its chapter and section do. */
export function searchedText({ chapter, section, text }: Pick<Passage, "chapter" | "section" | "text">): string {
  return [chapter, section, text].filter((part) => part !== undefined).join("\n");
}
