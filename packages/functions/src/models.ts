import type { LanguageModel } from "@ukhaan/core/tutor";
import type { Settings } from "./settings.ts";

/** Tried in this order when the settings name none; every one of them is a setting (UKHAAN_MODELS). */
const defaultModels = {
  openrouter: ["google/gemini-2.5-flash-lite", "deepseek/deepseek-v3.2", "openai/gpt-4o-mini"],
  "openai-compatible": [],
  bedrock: ["apac.amazon.nova-lite-v1:0"],
  none: [],
} as const satisfies Record<NonNullable<Settings["UKHAAN_MODEL_PROVIDER"]>, readonly string[]>;

const openRouterBaseUrl = "https://openrouter.ai/api/v1";

/** The models the settings choose, in the order they are tried; empty: the textbook's own passages answer. */
export function modelsFrom(settings: Settings): readonly LanguageModel[] {
  const provider = settings.UKHAAN_MODEL_PROVIDER ?? providerByKeys(settings);
  const named = (settings.UKHAAN_MODELS ?? "").split(",").flatMap((name) => name.trim() || []);
  const names: readonly string[] = named.length > 0 ? named : defaultModels[provider];
  if (provider === "none") return [];
  if (names.length === 0) throw new Error("UKHAAN_MODELS must name at least one model of the chosen provider");
  if (provider === "bedrock") return names.map((modelId) => bedrock(modelId, settings));
  return names.map((model) => openAi(model, endpointOf(provider, settings), settings));
}

function providerByKeys(settings: Settings): keyof typeof defaultModels {
  if (settings.UKHAAN_MODEL_BASE_URL) return "openai-compatible";
  if (settings.OPENROUTER_API_KEY) return "openrouter";
  return "none";
}

function endpointOf(provider: "openrouter" | "openai-compatible", settings: Settings) {
  if (provider === "openrouter") {
    if (!settings.OPENROUTER_API_KEY) throw new Error("OPENROUTER_API_KEY is needed for the provider openrouter");
    return { baseUrl: settings.UKHAAN_MODEL_BASE_URL ?? openRouterBaseUrl, apiKey: settings.OPENROUTER_API_KEY };
  }
  if (!settings.UKHAAN_MODEL_BASE_URL) {
    throw new Error("UKHAAN_MODEL_BASE_URL is needed for the provider openai-compatible");
  }
  // Local servers such as Ollama want some key and read none.
  return { baseUrl: settings.UKHAAN_MODEL_BASE_URL, apiKey: settings.UKHAAN_MODEL_API_KEY ?? "none" };
}

const timeoutsOf = (settings: Settings) => ({
  firstTokenTimeoutMs: settings.UKHAAN_MODEL_FIRST_TOKEN_TIMEOUT_MS,
  betweenTokensTimeoutMs: settings.UKHAAN_MODEL_BETWEEN_TOKENS_TIMEOUT_MS,
  wholeAnswerTimeoutMs: settings.UKHAAN_MODEL_WHOLE_ANSWER_TIMEOUT_MS,
});

// Clients are imported on first use: an instance that only answers from passages never pays for them at start.
function openAi(model: string, endpoint: { baseUrl: string; apiKey: string }, settings: Settings): LanguageModel {
  return lazyModel(model, async () => {
    const { createOpenAiModel } = await import("@ukhaan/core/adapters/openai-model");
    return createOpenAiModel({ name: model, model, ...endpoint, ...timeoutsOf(settings) });
  });
}

function bedrock(modelId: string, settings: Settings): LanguageModel {
  return lazyModel(modelId, async () => {
    const { createBedrockModel } = await import("@ukhaan/core/adapters/bedrock-model");
    return createBedrockModel({
      name: modelId,
      modelId,
      region: settings.UKHAAN_BEDROCK_REGION,
      ...timeoutsOf(settings),
    });
  });
}

function lazyModel(name: string, create: () => Promise<LanguageModel>): LanguageModel {
  let created: Promise<LanguageModel> | undefined;
  return {
    name,
    async *stream(request) {
      created ??= create();
      yield* (await created).stream(request);
    },
  };
}
