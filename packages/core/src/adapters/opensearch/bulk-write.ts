import { type Connection, EngineRefusal, pause, searchDown } from "./connection.ts";

/** One line pair of the bulk protocol. */
export interface BulkOperation {
  readonly passageId: string;
  /** With the line breaks. */
  readonly lines: string;
}

interface BulkItem {
  readonly status?: number;
  readonly error?: { readonly type?: string; readonly reason?: string };
}

/** Small domains of Amazon OpenSearch Service take no more than 10 MB at once; small requests are little to do again. */
const maxBytes = 4 * 1024 * 1024;
const maxOperations = 500;
const tries = 6;

/**
 * Writes in requests of bounded size. What the engine had no room for (429, 503), and what its answer does not mention, is
 * sent again alone after a growing pause. Seen by searches once the index is refreshed.
 *
 * @throws DomainError `unavailable` when the engine stays too busy, {@link EngineRefusal} naming the passage it will not take
 */
export async function bulkWrite(
  connection: Connection,
  target: { readonly index: string; readonly isAlias: boolean },
  operations: readonly BulkOperation[],
): Promise<void> {
  for (const batch of inBatches(operations)) {
    let left = batch;
    for (let attempt = 1; left.length > 0; attempt += 1) {
      if (attempt > tries) throw searchDown(new Error(`${left.length} passages were not taken after ${tries} tries`));
      if (attempt > 1) await pause(attempt);
      left = await sendOnce(connection, target, left);
    }
  }
}

/** Answers what has to be sent again. */
async function sendOnce(
  connection: Connection,
  { index, isAlias }: { readonly index: string; readonly isAlias: boolean },
  operations: readonly BulkOperation[],
): Promise<readonly BulkOperation[]> {
  const { status, body } = await connection.write({
    method: "POST",
    path: `/${index}/_bulk`,
    lines: operations.map(({ lines }) => lines).join(""),
    // Without it a lost alias would come back as an index of that name, with a mapping that the engine guessed.
    query: {
      ...(isAlias ? { require_alias: true } : {}),
      filter_path: "items.*.status,items.*.error.type,items.*.error.reason",
    },
  });
  if (status === 404) throw searchDown(new Error(`the search index ${index} is missing`));
  const items = (body as { readonly items?: readonly Readonly<Record<string, BulkItem>>[] } | undefined)?.items ?? [];
  return operations.filter(({ passageId }, place) => {
    const item = Object.values(items[place] ?? {})[0];
    const itemStatus = item?.status;
    if (itemStatus === undefined || itemStatus === 429 || itemStatus === 503) return true;
    // A passage that is to be removed may be gone already.
    if (itemStatus < 300 || (itemStatus === 404 && item?.error === undefined)) return false;
    if (item?.error?.type === "index_not_found_exception") {
      throw searchDown(new Error(`the search index ${index} is missing`));
    }
    const { type = "", reason = "" } = item?.error ?? {};
    throw new EngineRefusal(`passage ${passageId}`, itemStatus, type, reason);
  });
}

function* inBatches(operations: readonly BulkOperation[]): Generator<readonly BulkOperation[]> {
  let batch: BulkOperation[] = [];
  let bytes = 0;
  for (const operation of operations) {
    const size = Buffer.byteLength(operation.lines);
    if (batch.length > 0 && (bytes + size > maxBytes || batch.length >= maxOperations)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(operation);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
