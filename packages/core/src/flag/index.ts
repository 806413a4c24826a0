export { createFeatures } from "./create-features.ts";
export { evaluate, type FlagSubject, variantsOf } from "./evaluate.ts";
export { createFeatureFlagStore } from "./feature-flag.store.ts";
export { listFlags } from "./list-flags.ts";
export type { FeatureFlagStore, FeaturePorts, Features, FlagDocument, StoredFlag } from "./ports.ts";
export { setFlag } from "./set-flag.ts";
