/**
 * The ingest queue as every home sets it up: the embedded stack, the function behind it, and `infra/`. A step stops by
 * itself after 40 s and the page it is at; whatever hangs longer is ended with its function.
 */
export const ingestQueue = {
  /** How often a message is delivered before it goes to the dead letters; the last delivery ends the job in words. */
  maxReceives: 3,
  /** The function's own limit, in seconds: far from Lambda's 15 minutes. */
  timeoutS: 110,
  /** A message comes again after this long; longer than its function can run. */
  visibilityTimeoutS: 120,
} as const;
