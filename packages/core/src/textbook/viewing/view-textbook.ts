import type { SavedTextbook } from "../ports.ts";
import type { TextbookView } from "../schema.ts";

/** A saved textbook as lists and forms show it; the job stays inside. */
export function viewTextbook(saved: SavedTextbook): TextbookView {
  const {
    jobId: _jobId,
    sourceHash: _hash,
    pagesRead: _read,
    restarts: _restarts,
    removedAtMs: _gone,
    ...shown
  } = saved;
  return shown;
}
