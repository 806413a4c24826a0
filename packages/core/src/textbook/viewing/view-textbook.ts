import type { SavedTextbook } from "../ports.ts";
import type { TextbookView } from "../schema.ts";

/** A saved textbook as lists and forms show it; the job stays inside. */
export function viewTextbook({ jobId: _jobId, sourceHash: _hash, ...textbook }: SavedTextbook): TextbookView {
  return textbook;
}
