import type { SafetyClassifier } from "@ukhaan/core/safety";
import type { Settings } from "./settings.ts";

/** The classifier the settings choose; undefined: rules alone decide. Its client is loaded on first use. */
export function moderationFrom(settings: Settings): SafetyClassifier | undefined {
  const create = adapterOf(settings);
  if (!create) return undefined;
  let created: Promise<SafetyClassifier> | undefined;
  return {
    classify: async (input) => {
      created ??= create();
      return (await created).classify(input);
    },
  };
}

function adapterOf(settings: Settings): (() => Promise<SafetyClassifier>) | undefined {
  const timeoutMs = settings.UKHAAN_MODERATION_TIMEOUT_MS;
  const provider = settings.UKHAAN_MODERATION_PROVIDER;
  if (provider === undefined || provider === "none") return undefined;
  if (provider === "bedrock-guardrails") {
    const guardrailId = settings.UKHAAN_MODERATION_GUARDRAIL_ID;
    if (!guardrailId) throw new Error("UKHAAN_MODERATION_GUARDRAIL_ID is needed for bedrock-guardrails");
    return async () => {
      const { createBedrockGuardrails } = await import("@ukhaan/core/adapters/bedrock-guardrails");
      return createBedrockGuardrails({
        region: settings.UKHAAN_BEDROCK_REGION,
        guardrailId,
        guardrailVersion: settings.UKHAAN_MODERATION_GUARDRAIL_VERSION,
        scripts: settings.UKHAAN_MODERATION_GUARDRAIL_SCRIPTS,
        timeoutMs,
      });
    };
  }
  const { UKHAAN_MODERATION_BASE_URL: baseUrl, UKHAAN_MODERATION_MODEL: model } = settings;
  if (!baseUrl) throw new Error(`UKHAAN_MODERATION_BASE_URL is needed for ${provider}`);
  if (!model) throw new Error(`UKHAAN_MODERATION_MODEL is needed for ${provider}`);
  // Local servers want some key and read none.
  const options = { baseUrl, model, apiKey: settings.UKHAAN_MODERATION_API_KEY ?? "none", timeoutMs };
  if (provider === "openai") {
    return async () => (await import("@ukhaan/core/adapters/openai-moderation")).createOpenAiModeration(options);
  }
  return async () => (await import("@ukhaan/core/adapters/prompt-moderation")).createPromptModeration(options);
}
