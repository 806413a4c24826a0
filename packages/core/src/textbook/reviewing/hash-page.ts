import { createHash } from "node:crypto";
import type { Passage } from "../schema.ts";

/** SHA-256 of a text, hex. */
export const hashText = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Hash of a page's text as ingestion read it: its passages' texts in order. Places, titles and numbers may change under it. */
export function hashPage(passages: readonly Pick<Passage, "text">[]): string {
  return hashText(passages.map(({ text }) => text).join("\u001F"));
}
