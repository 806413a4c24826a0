import type { Log } from "@ukhaan/core/kernel";
import type { Embeddings, PassageIndex, PassageRebuilds } from "@ukhaan/core/textbook";
import type { Settings } from "./settings.ts";

export type SearchEngine = PassageIndex & { readonly rebuilds: PassageRebuilds };

/**
 * The search engine that the settings choose. Its client is imported by the first call: what an instance never searches with it
 * never loads.
 *
 * @throws Error when the settings name no place for the index
 */
export function searchEngineFrom(
  given: Settings,
  { model, dimensions }: Pick<Embeddings, "model" | "dimensions">,
): SearchEngine {
  const {
    UKHAAN_SEARCH_FILE: file,
    OPENSEARCH_ENDPOINT: endpoint,
    OPENSEARCH_REGION: region,
    UKHAAN_SEARCH_PREFIX: indexPrefix,
  } = given;
  const engine = given.UKHAAN_SEARCH_ENGINE ?? (endpoint === undefined ? "sqlite" : "opensearch");
  if (engine === "opensearch" && endpoint !== undefined) {
    return onFirstUse(async () => {
      const { createOpenSearchPassageIndex } = await import("@ukhaan/core/adapters/opensearch-passage-index");
      const signed = region === undefined ? {} : { region };
      return createOpenSearchPassageIndex({ endpoint, ...signed, indexPrefix, model, dimensions });
    });
  }
  if (file === undefined)
    throw new Error("UKHAAN_SEARCH_FILE or OPENSEARCH_ENDPOINT is needed: where the search index is");
  return onFirstUse(async () => {
    const { createSqlitePassageIndex } = await import("@ukhaan/core/adapters/sqlite-passage-index");
    return createSqlitePassageIndex({ file, model, dimensions });
  });
}

function onFirstUse(load: () => Promise<SearchEngine>): SearchEngine {
  let loaded: Promise<SearchEngine> | undefined;
  const engine = () => (loaded ??= load());
  return {
    add: async (passages) => (await engine()).add(passages),
    removeTextbook: async (...args) => (await engine()).removeTextbook(...args),
    removePassages: async (passageIds) => (await engine()).removePassages(passageIds),
    search: async (query) => (await engine()).search(query),
    find: async (passageIds) => (await engine()).find(passageIds),
    frequencies: async (input) => (await engine()).frequencies(input),
    rebuilds: {
      begin: async () => (await engine()).rebuilds.begin(),
      resume: async (name) => (await engine()).rebuilds.resume(name),
      isStale: async () => (await engine()).rebuilds.isStale(),
    },
  };
}

/** The embedding model that the settings choose; every call of a model that costs money is logged with what it took. */
export async function modelEmbeddings(given: Settings, log: Log): Promise<Embeddings> {
  const model = given.UKHAAN_EMBEDDING_MODEL ?? "";
  const dimensions = given.UKHAAN_EMBEDDING_DIMENSIONS;
  const { meterEmbeddings } = await import("@ukhaan/core/adapters/meter-embeddings");
  return meterEmbeddings(await load(), (use) => log.info("embeddings", { ...use }));

  async function load(): Promise<Embeddings> {
    if (given.UKHAAN_EMBEDDING_PROVIDER === "bedrock") {
      const { createBedrockEmbeddings } = await import("@ukhaan/core/adapters/bedrock-embeddings");
      return createBedrockEmbeddings({ region: given.UKHAAN_BEDROCK_REGION, modelId: model, dimensions });
    }
    const { createOpenAiEmbeddings } = await import("@ukhaan/core/adapters/openai-embeddings");
    const baseUrl = given.UKHAAN_EMBEDDING_BASE_URL ?? "";
    return createOpenAiEmbeddings({ baseUrl, apiKey: given.UKHAAN_EMBEDDING_API_KEY ?? "none", model, dimensions });
  }
}
