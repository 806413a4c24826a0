import type { TextbookView } from "@ukhaan/core/textbook/schema";

/** An upload that was begun this long ago and hasn't arrived was given up. */
const uploadPatienceMs = 10 * 60_000;
/** A job that has recorded nothing for so long was lost; it can be begun again. */
const ingestPatienceMs = 15 * 60_000;

/** Whether a book's state may change by itself soon, so that looking again is worth it. */
export function isMoving({ state, updatedAtMs }: TextbookView, nowMs: number): boolean {
  if (state === "awaiting-upload") return nowMs - updatedAtMs < uploadPatienceMs;
  return state === "ingesting" && nowMs - updatedAtMs < ingestPatienceMs;
}
