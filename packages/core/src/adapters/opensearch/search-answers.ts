import { type Connection, EngineRefusal, searchDown } from "./connection.ts";

/** The parts of one search's answer that we read. */
export interface SearchAnswer {
  readonly timed_out?: boolean;
  readonly _shards?: { readonly failed?: number };
  readonly status?: number;
  readonly error?: { readonly type?: string; readonly reason?: string };
  readonly hits?: {
    readonly total?: { readonly value?: number };
    readonly hits?: readonly { readonly _id?: string; readonly _score?: number }[];
  };
  readonly aggregations?: { readonly held?: { readonly buckets?: Readonly<Record<string, { doc_count?: number }>> } };
}

const parts = [
  "timed_out",
  "_shards.failed",
  "status",
  "error",
  "hits.total.value",
  "hits.hits._id",
  "hits.hits._score",
  "aggregations.held.buckets.*.doc_count",
].map((path) => `responses.${path}`);

/**
 * Runs searches in one request; answers stand in their order. Half an answer is none: what a failed shard or a cut-off search
 * leaves out could be the very passage.
 *
 * @throws DomainError `unavailable`
 */
export async function runSearches(
  connection: Connection,
  index: string,
  bodies: readonly object[],
): Promise<readonly SearchAnswer[]> {
  if (bodies.length === 0) return [];
  const { status, body } = await connection.search({
    method: "POST",
    path: `/${index}/_msearch`,
    lines: bodies.map((each) => `{"allow_partial_search_results":false}\n${JSON.stringify(each)}\n`).join(""),
    query: { filter_path: parts.join(",") },
  });
  if (status === 404) throw searchDown(new Error(`the search index ${index} is missing`));
  const responses = (body as { readonly responses?: readonly SearchAnswer[] } | undefined)?.responses;
  if (responses?.length !== bodies.length) throw searchDown(new Error("the search engine answered in part"));
  for (const response of responses) refuseHalf(response);
  return responses;
}

function refuseHalf({ timed_out: isCutOff, _shards: shards, status = 200, error, hits }: SearchAnswer): void {
  const { type = "", reason = "" } = error ?? {};
  if (status === 400) throw new EngineRefusal("a search", status, type, reason);
  if (error !== undefined || status >= 300)
    throw searchDown(new Error(`one of the searches failed: ${status} ${type}`));
  if (isCutOff !== false || shards?.failed !== 0 || (hits !== undefined && typeof hits !== "object")) {
    throw searchDown(new Error("one of the searches was answered in part"));
  }
}
