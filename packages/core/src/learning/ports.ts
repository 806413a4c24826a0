import type { InteractionMessage } from "./schema.ts";

/** Where the tutor puts finished interactions; folded later, in batches. */
export interface InteractionQueue {
  send(message: InteractionMessage): Promise<void>;
}

/** Raw events, appended as one JSON-lines object a batch. */
export interface EventArchive {
  /** Idempotent by `key`: writing the same batch again changes nothing. */
  append(input: { readonly key: string; readonly lines: readonly string[] }): Promise<void>;
}
