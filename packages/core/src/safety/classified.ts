import { DomainError } from "../kernel/index.ts";
import type { SafetyClassifier } from "./ports.ts";
import type { RuleAction } from "./rules/rule.ts";
import type { Finding } from "./rules/rule-set.ts";
import type { SafetyCategory } from "./schema.ts";

/** What a finding of the optional classifier leads to, where the rules have no say. */
const actions: Partial<Record<SafetyCategory, RuleAction>> = {
  "self-harm": { kind: "support", card: "crisis" },
  "eating-disorder": { kind: "support", card: "crisis" },
  distress: { kind: "support", card: "crisis" },
  "abuse-disclosed": { kind: "support", card: "danger" },
  grooming: { kind: "support", card: "danger" },
  cheating: { kind: "redirect", card: "do-it-together" },
  "personal-data": { kind: "redirect", card: "private-data" },
  "professional-advice": { kind: "redirect", card: "ask-an-adult" },
  politics: { kind: "redirect", card: "not-for-lessons" },
  "off-topic": { kind: "redirect", card: "not-for-lessons" },
  gambling: { kind: "redirect", card: "not-for-lessons" },
  persona: { kind: "redirect", card: "not-for-lessons" },
  jailbreak: { kind: "redirect", card: "not-allowed" },
  bullying: { kind: "redirect", card: "be-kind" },
  hate: { kind: "block", card: "be-kind" },
  sexual: { kind: "block", card: "not-for-lessons" },
  violence: { kind: "block", card: "not-safe" },
  weapons: { kind: "block", card: "not-safe" },
  drugs: { kind: "block", card: "not-safe" },
  extremism: { kind: "block", card: "not-safe" },
};

/** What is done about a finding of a classifier. */
export const classifierAction = (category: SafetyCategory): RuleAction =>
  actions[category] ?? { kind: "block", card: "not-allowed" };

/** The classifier's findings as rules found; none without a classifier. Fails closed: an outage is `unavailable`, never "safe". */
export async function classified(
  { classifier }: { readonly classifier: SafetyClassifier | undefined },
  input: Parameters<SafetyClassifier["classify"]>[0],
): Promise<readonly Finding[]> {
  if (!classifier) return [];
  try {
    const findings = await classifier.classify(input);
    return findings.map(({ category, severity }) => ({
      category,
      severity,
      action: classifierAction(category),
      spans: [],
    }));
  } catch (error) {
    throw new DomainError("unavailable", "safety.unavailable", { retryAfterS: 5 }, { cause: error });
  }
}
