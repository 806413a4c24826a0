import { DomainError } from "../../kernel/index.ts";
import { mathsProblem } from "./check-maths.ts";

/** Longest text that a person may give one passage, in characters: twice an ordinary passage, as for tables. */
export const maxCorrectedLength = 1_000;

/**
 * Text of a passage as a person typed it, as it is kept: NFC, plain line ends, nothing invisible.
 * @throws DomainError `invalid` `textbook.passage-empty`, `textbook.passage-too-long`, `textbook.maths-unbalanced`
 */
export function tidyText(typed: string): string {
  const text = typed
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    // Controls, soft hyphens, zero-width characters and marks of writing direction.
    .replace(/[^\P{Cc}\n\t]|\p{Cf}/gu, "")
    .replace(/[^\S\n]+$/gmu, "")
    .trim();
  if (!/[\p{L}\p{N}]/u.test(text)) throw new DomainError("invalid", "textbook.passage-empty");
  if (text.length > maxCorrectedLength) {
    throw new DomainError("invalid", "textbook.passage-too-long", { limit: maxCorrectedLength, length: text.length });
  }
  const problem = mathsProblem(text);
  if (problem) throw new DomainError("invalid", "textbook.maths-unbalanced", { problem });
  return text;
}
