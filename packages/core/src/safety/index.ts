export { holdsMask, maskPersonalData } from "./mask-personal-data.ts";
export type { SafetyClassifier, SafetyPorts } from "./ports.ts";
export { screenAnswer } from "./screen-answer.ts";
export { screenQuestion } from "./screen-question.ts";
export {
  type RedirectCard,
  redirectCards,
  safetyCategories,
  type SafetyCategory,
  type Severity,
  type Verdict,
} from "./schema.ts";
