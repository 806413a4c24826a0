import * as z from "zod";

/** What a model can be given. */
const Capability = z.enum(["text", "vision"]);

/** One model of a chain. Strict: a misspelt key would otherwise be a setting that does nothing. */
const ChainModel = z.strictObject({
  /** As its provider names it; on Bedrock a model id or an inference profile. */
  id: z.string().min(1),
  provider: z.enum(["openrouter", "openai-compatible", "bedrock"]),
  /** Base URL; openai-compatible must say it here or in UKHAAN_MODEL_BASE_URL. */
  endpoint: z.url().optional(),
  /** Of Bedrock; else UKHAAN_BEDROCK_REGION. */
  region: z.string().min(1).optional(),
  inputUsdPerMTokens: z.number().min(0).optional(),
  outputUsdPerMTokens: z.number().min(0).optional(),
  capabilities: z.array(Capability).min(1).default(["text"]),
  /** For a model that begins more slowly than the others; else UKHAAN_MODEL_FIRST_TOKEN_TIMEOUT_MS. */
  firstTokenTimeoutMs: z.number().int().min(100).optional(),
});
export type ChainModel = z.output<typeof ChainModel>;

/** What each purpose needs its models to be able to do. */
const needed = { answer: "text", vision: "vision", moderation: "text" } as const;
export type ModelPurpose = keyof typeof needed;

/** `UKHAAN_MODEL_CHAIN`: the models of each purpose, in the order in which they are tried. */
export const ModelChain = z
  .strictObject({
    answer: z.array(ChainModel).default([]),
    vision: z.array(ChainModel).default([]),
    moderation: z.array(ChainModel).default([]),
  })
  .superRefine((chain, refusal) => {
    for (const purpose of ["answer", "vision", "moderation"] as const) {
      const models = chain[purpose];
      const ids = models.map(({ id }) => id);
      if (new Set(ids).size < ids.length) refusal.addIssue(`${purpose} names a model twice`);
      for (const model of models) {
        const lacks = lackOf(model, needed[purpose]);
        if (lacks) refusal.addIssue(`${purpose}: ${model.id} ${lacks}`);
      }
    }
  });
export type ModelChain = z.output<typeof ModelChain>;

function lackOf(model: ChainModel, capability: z.output<typeof Capability>): string | undefined {
  if (!model.capabilities.includes(capability)) return `lacks the capability ${capability}`;
  if ((model.inputUsdPerMTokens === undefined) !== (model.outputUsdPerMTokens === undefined)) {
    return "has half a price";
  }
  if (model.region !== undefined && model.provider !== "bedrock") return "has a region, but is not on Bedrock";
  if (model.endpoint !== undefined && model.provider === "bedrock") return "has an endpoint, but is on Bedrock";
  return undefined;
}

/** The variable as it stands in the environment: JSON. */
export const ModelChainJson = z
  .string()
  .transform((text, refusal) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      refusal.addIssue("is not JSON");
      return z.NEVER;
    }
  })
  .pipe(ModelChain);
