import { createHash } from "node:crypto";
import { soundKey } from "../kernel/mongolian/index.ts";

/**
 * One key for all ways of typing a question: words by sound, without punctuation. Hashed, so that the key of a question
 * that only one pupil asked says nothing.
 */
export function questionHash(question: string): string {
  const words = (question.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(soundKey);
  return createHash("sha256").update(words.join(" ")).digest("hex").slice(0, 32);
}
