import type { LanguageModel } from "@ukhaan/core/tutor";
import defaults from "./models-default.json" with { type: "json" };
import { type ChainModel, ModelChain, type ModelPurpose } from "./models-setting.ts";
import type { Settings } from "./settings.ts";

type Provider = NonNullable<Settings["UKHAAN_MODEL_PROVIDER"]>;

const openRouterBaseUrl = "https://openrouter.ai/api/v1";

/** The models the settings choose for answers, in the order they are tried; empty: the textbook's own passages answer. */
export function modelsFrom(settings: Settings, purpose: ModelPurpose = "answer"): readonly LanguageModel[] {
  const chain = settings.UKHAAN_MODEL_CHAIN ?? { answer: namedModels(settings), vision: [], moderation: [] };
  return chain[purpose].map((model) =>
    model.provider === "bedrock" ? bedrock(model, settings) : openAi(model, model.provider, settings),
  );
}

/** The chain of the simpler settings: a provider and names, or what goes with the keys that are there. */
function namedModels(settings: Settings): readonly ChainModel[] {
  const provider = settings.UKHAAN_MODEL_PROVIDER ?? providerByKeys(settings);
  if (provider === "none") return [];
  const known = defaultChain(provider, settings);
  const named = (settings.UKHAAN_MODELS ?? "").split(",").flatMap((name) => name.trim() || []);
  const models = named.map((id) => known.find((model) => model.id === id) ?? bare(id, provider));
  const chain = models.length > 0 ? models : known;
  if (chain.length === 0) throw new Error("UKHAAN_MODELS must name at least one model of the chosen provider");
  return chain;
}

/** On AWS Bedrock stands behind the others: it needs no key, only the access that its account was given. */
function defaultChain(provider: Provider, { UKHAAN_HOME }: Settings): readonly ChainModel[] {
  const { openrouter, bedrock: onBedrock } = defaults;
  const chain: Readonly<Record<Provider, unknown>> = {
    openrouter: UKHAAN_HOME === "aws" ? [...openrouter, ...onBedrock] : openrouter,
    bedrock: onBedrock,
    "openai-compatible": [],
    none: [],
  };
  return ModelChain.parse({ answer: chain[provider] }).answer;
}

const bare = (id: string, provider: Exclude<Provider, "none">): ChainModel => ({
  id,
  provider,
  capabilities: ["text"],
});

function providerByKeys(settings: Settings): Provider {
  if (settings.UKHAAN_MODEL_BASE_URL) return "openai-compatible";
  if (settings.OPENROUTER_API_KEY) return "openrouter";
  return "none";
}

function endpointOf(given: string | undefined, provider: "openrouter" | "openai-compatible", settings: Settings) {
  if (provider === "openrouter") {
    if (!settings.OPENROUTER_API_KEY) throw new Error("OPENROUTER_API_KEY is needed for the provider openrouter");
    const baseUrl = given ?? settings.UKHAAN_MODEL_BASE_URL ?? openRouterBaseUrl;
    return { baseUrl, apiKey: settings.OPENROUTER_API_KEY };
  }
  const baseUrl = given ?? settings.UKHAAN_MODEL_BASE_URL;
  if (!baseUrl) throw new Error("UKHAAN_MODEL_BASE_URL is needed for the provider openai-compatible");
  // Local servers such as Ollama want some key and read none.
  return { baseUrl, apiKey: settings.UKHAAN_MODEL_API_KEY ?? "none" };
}

/** What every client is given, whoever provides the model. */
function commonOf(model: ChainModel, settings: Settings) {
  const { id, inputUsdPerMTokens, outputUsdPerMTokens } = model;
  return {
    name: id,
    ...(inputUsdPerMTokens === undefined || outputUsdPerMTokens === undefined
      ? {}
      : { price: { inputUsdPerMTokens, outputUsdPerMTokens } }),
    firstTokenTimeoutMs: model.firstTokenTimeoutMs ?? settings.UKHAAN_MODEL_FIRST_TOKEN_TIMEOUT_MS,
    betweenTokensTimeoutMs: settings.UKHAAN_MODEL_BETWEEN_TOKENS_TIMEOUT_MS,
    wholeAnswerTimeoutMs: settings.UKHAAN_MODEL_WHOLE_ANSWER_TIMEOUT_MS,
  };
}

// Clients are imported on first use: an instance that only answers from passages never pays for them at start.
function openAi(model: ChainModel, provider: "openrouter" | "openai-compatible", settings: Settings): LanguageModel {
  const endpoint = endpointOf(model.endpoint, provider, settings);
  const common = commonOf(model, settings);
  return lazyModel(common, async () => {
    const { createOpenAiModel } = await import("@ukhaan/core/adapters/openai-model");
    return createOpenAiModel({ ...common, ...endpoint, model: model.id, tellsCost: provider === "openrouter" });
  });
}

function bedrock(model: ChainModel, settings: Settings): LanguageModel {
  const common = commonOf(model, settings);
  return lazyModel(common, async () => {
    const { createBedrockModel } = await import("@ukhaan/core/adapters/bedrock-model");
    return createBedrockModel({
      ...common,
      modelId: model.id,
      region: model.region ?? settings.UKHAAN_BEDROCK_REGION,
    });
  });
}

function lazyModel(
  { name, price }: Pick<LanguageModel, "name" | "price">,
  create: () => Promise<LanguageModel>,
): LanguageModel {
  let created: Promise<LanguageModel> | undefined;
  return {
    name,
    ...(price === undefined ? {} : { price }),
    async *stream(request) {
      created ??= create();
      yield* (await created).stream(request);
    },
  };
}
