interface Named {
  readonly id?: unknown;
}

/**
 * The model that answers first by these settings: UKHAAN_MODEL_CHAIN, else UKHAAN_MODELS, else the first of the default
 * chain. Without a key no model answers at all; the bill is that of a stage that has one.
 */
export function modelInForce(env: Readonly<Record<string, string | undefined>>, defaults: unknown): string {
  const { UKHAAN_MODEL_CHAIN: chain, UKHAAN_MODELS: names } = env;
  const { answer = [] } = (chain ? JSON.parse(chain) : {}) as { readonly answer?: readonly Named[] };
  const { openrouter = [] } = defaults as { readonly openrouter?: readonly Named[] };
  const first = answer[0]?.id ?? (names?.split(",")[0]?.trim() || openrouter[0]?.id);
  if (typeof first !== "string") throw new Error("No setting names a model; say one: --model ID");
  return first;
}
