import * as z from "zod";
import { ModelChainJson } from "./models-setting.ts";

/**
 * What the environment may say to a function or to the web server. Resource names come from SST's `Resource`,
 * not from here. A wrong value stops the program at start and names the variable.
 */
const Settings = z.object({
  /** `embedded`: emulators on this machine, SQLite search. `aws`: the real services. */
  UKHAAN_HOME: z.enum(["embedded", "aws"]).default("aws"),
  /** Which engine searches. Unset: OpenSearch where it has an endpoint, else SQLite. */
  UKHAAN_SEARCH_ENGINE: z.enum(["sqlite", "opensearch"]).optional(),
  /** SQLite search index; embedded home only. */
  UKHAAN_SEARCH_FILE: z.string().optional(),
  OPENSEARCH_ENDPOINT: z.url().optional(),
  /** Set for Amazon OpenSearch Service: requests are signed for this region. */
  OPENSEARCH_REGION: z.string().optional(),
  /** First word of the indexes' names; stages that share a domain have one each. */
  UKHAAN_SEARCH_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,40}$/u, "lower-case letters, digits and -")
    .default("ukhaan"),
  /** Which models answer. Unset: by what keys are there; none: the textbook's own passages. */
  UKHAAN_MODEL_PROVIDER: z.enum(["openrouter", "openai-compatible", "bedrock", "none"]).optional(),
  OPENROUTER_API_KEY: z.string().optional(),
  /** OpenAI-compatible endpoint, for example a local Ollama: http://127.0.0.1:11434/v1 */
  UKHAAN_MODEL_BASE_URL: z.url().optional(),
  UKHAAN_MODEL_API_KEY: z.string().optional(),
  /** Models in the order they are tried, comma-separated, as the provider names them. */
  UKHAAN_MODELS: z.string().optional(),
  /** The whole chain with endpoints, prices and capabilities, as JSON: see `ModelChain`. Instead of UKHAAN_MODELS. */
  UKHAAN_MODEL_CHAIN: ModelChainJson.optional(),
  /** What models may cost one school on a day, US dollars; 0: no budget. */
  UKHAAN_SCHOOL_BUDGET_USD_PER_DAY: z.coerce.number().min(0).default(5),
  UKHAAN_MODEL_FIRST_TOKEN_TIMEOUT_MS: z.coerce.number().int().min(100).default(4_000),
  UKHAAN_MODEL_BETWEEN_TOKENS_TIMEOUT_MS: z.coerce.number().int().min(100).default(6_000),
  /** All models together must be done by then; the textbook's own passages answer the rest. */
  UKHAAN_MODEL_WHOLE_ANSWER_TIMEOUT_MS: z.coerce.number().int().min(1_000).default(40_000),
  UKHAAN_BEDROCK_REGION: z.string().default("ap-northeast-2"),
  /** What embeds. `hash`: the offline `hash512-v1`. Unset: by what is given below. */
  UKHAAN_EMBEDDING_PROVIDER: z.enum(["hash", "openai-compatible", "bedrock"]).optional(),
  /** Of an OpenAI-compatible endpoint. */
  UKHAAN_EMBEDDING_BASE_URL: z.url().optional(),
  UKHAAN_EMBEDDING_API_KEY: z.string().optional(),
  /** As its provider names it; on Bedrock cohere.embed-multilingual-v3 or amazon.titan-embed-text-v2:0. */
  UKHAAN_EMBEDDING_MODEL: z.string().optional(),
  UKHAAN_EMBEDDING_DIMENSIONS: z.coerce.number().int().min(64).max(4_096).default(1_024),
  /** What classifies texts on top of the rules. Unset: rules alone. */
  UKHAAN_MODERATION_PROVIDER: z.enum(["openai", "prompt", "bedrock-guardrails", "none"]).optional(),
  /** Of `/moderations` (openai) or `/chat/completions` (prompt). */
  UKHAAN_MODERATION_BASE_URL: z.url().optional(),
  UKHAAN_MODERATION_API_KEY: z.string().optional(),
  UKHAAN_MODERATION_MODEL: z.string().optional(),
  /** Of each of at most two attempts; then the question is `unavailable`. */
  UKHAAN_MODERATION_TIMEOUT_MS: z.coerce.number().int().min(100).max(10_000).default(1_500),
  UKHAAN_MODERATION_GUARDRAIL_ID: z.string().optional(),
  UKHAAN_MODERATION_GUARDRAIL_VERSION: z.string().default("DRAFT"),
  /** Scripts of the languages the guardrail knows, comma-separated: latin, cyrillic. */
  UKHAAN_MODERATION_GUARDRAIL_SCRIPTS: z
    .string()
    .default("latin")
    .transform((list) => list.split(",").map((name) => name.trim()))
    .pipe(z.array(z.enum(["latin", "cyrillic"])).min(1)),
  /** Questions of one pupil. */
  UKHAAN_CHAT_PER_MINUTE: z.coerce.number().int().min(1).default(30),
  UKHAAN_CHAT_PER_DAY: z.coerce.number().int().min(1).default(50),
  /** Active minutes of one pupil in a day, counted in steps of five. */
  UKHAAN_CHAT_MINUTES_PER_DAY: z.coerce.number().int().min(5).max(1_440).default(90),
  /** How many different pupils must have asked an unanswered question before administrators read it. */
  UKHAAN_INSIGHTS_MIN_PUPILS: z.coerce.number().int().min(2).max(100).default(3),
  /** Where people open the product: links in mails begin with it. */
  UKHAAN_WEB_URL: z.url().default("http://127.0.0.1:3000"),
  /** Verified sender of mails to staff. */
  UKHAAN_MAIL_FROM: z.string().min(3).default("Ukhaan <medegdel@ukhaan.example>"),
  /** How long a flag may wait for a person before it goes to the next ones. */
  UKHAAN_FLAG_URGENT_MINUTES: z.coerce.number().min(0.05).default(15),
  UKHAAN_FLAG_HIGH_MINUTES: z.coerce.number().min(0.05).default(240),
  UKHAAN_FLAG_NORMAL_SCHOOL_DAYS: z.coerce.number().int().min(1).default(2),
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: z.string().optional(),
});
export type Settings = z.output<typeof Settings>;

/** Reads the environment; throws an Error that names every variable that is wrong. */
export function readSettings(env: Readonly<Record<string, string | undefined>> = process.env): Settings {
  // An empty variable is an unset one: shells and CI write `X=`.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const result = Settings.safeParse(given);
  if (result.success) return refuseHalfSet(result.data);
  const wrong = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`These settings are wrong: ${wrong.join("; ")}`);
}

/** A setting that needs another one would otherwise do nothing, silently. */
function refuseHalfSet(settings: Settings): Settings {
  const wrong = [...halfSetEmbeddings(settings), ...halfSetSearch(settings), ...halfSetModels(settings)];
  if (wrong.length > 0) throw new Error(`These settings are wrong: ${wrong.join("; ")}`);
  return settings;
}

function halfSetEmbeddings(settings: Settings): readonly string[] {
  const {
    UKHAAN_EMBEDDING_PROVIDER: provider,
    UKHAAN_EMBEDDING_MODEL: model,
    UKHAAN_EMBEDDING_BASE_URL: baseUrl,
    UKHAAN_EMBEDDING_API_KEY: apiKey,
  } = settings;
  if (provider === "hash") {
    const given = model ?? baseUrl ?? apiKey;
    return given === undefined ? [] : ["UKHAAN_EMBEDDING_PROVIDER=hash takes no model, base URL or key"];
  }
  if (provider === "bedrock") {
    const missing = model === undefined ? ["UKHAAN_EMBEDDING_PROVIDER=bedrock needs UKHAAN_EMBEDDING_MODEL"] : [];
    const needless = baseUrl ?? apiKey;
    return needless === undefined
      ? missing
      : [...missing, "UKHAAN_EMBEDDING_PROVIDER=bedrock takes no base URL or key"];
  }
  if (provider === "openai-compatible" && (model === undefined || baseUrl === undefined)) {
    return ["UKHAAN_EMBEDDING_PROVIDER=openai-compatible needs UKHAAN_EMBEDDING_MODEL and UKHAAN_EMBEDDING_BASE_URL"];
  }
  const isHalf = (model === undefined) !== (baseUrl === undefined);
  return isHalf ? ["UKHAAN_EMBEDDING_MODEL and UKHAAN_EMBEDDING_BASE_URL go together"] : [];
}

function halfSetModels({ UKHAAN_MODEL_CHAIN, UKHAAN_MODELS, UKHAAN_MODEL_PROVIDER }: Settings): readonly string[] {
  if (UKHAAN_MODEL_CHAIN === undefined) return [];
  const needless = UKHAAN_MODELS ?? UKHAAN_MODEL_PROVIDER;
  return needless === undefined
    ? []
    : ["UKHAAN_MODEL_CHAIN stands alone, without UKHAAN_MODELS and UKHAAN_MODEL_PROVIDER"];
}

function halfSetSearch(settings: Settings): readonly string[] {
  const { UKHAAN_SEARCH_ENGINE: engine, OPENSEARCH_ENDPOINT: endpoint, OPENSEARCH_REGION: region } = settings;
  if (engine === "opensearch" && endpoint === undefined) {
    return ["UKHAAN_SEARCH_ENGINE=opensearch needs OPENSEARCH_ENDPOINT"];
  }
  if (region !== undefined && endpoint === undefined) return ["OPENSEARCH_REGION needs OPENSEARCH_ENDPOINT"];
  return [];
}
