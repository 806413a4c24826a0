/** What screening looks for. The safety issue deepens each; the names stay. */
export const safetyCategories = [
  "self-harm",
  "eating-disorder",
  "abuse-disclosed",
  "sexual",
  "sexual-minor",
  "grooming",
  "violence",
  "weapons",
  "drugs",
  "hate",
  "bullying",
  "extremism",
  "gambling",
  "personal-data",
  "distress",
  "cheating",
  "manipulation",
  "jailbreak",
  "professional-advice",
  "politics",
  "off-topic",
  "prompt-leak",
  "persona",
] as const;
export type SafetyCategory = (typeof safetyCategories)[number];

export type Severity = "low" | "normal" | "high" | "urgent";

/** Cards that help instead of an answer; their words live in the web app's dictionaries. */
export const redirectCards = [
  "crisis",
  "danger",
  "do-it-together",
  "not-for-lessons",
  "private-data",
  "not-allowed",
  "stopped",
] as const;
export type RedirectCard = (typeof redirectCards)[number];

/** What screening decided. Callers branch on `kind`. */
export type Verdict =
  | { readonly kind: "allow" }
  /** Somebody needs help: the crisis or danger card comes first, and the caller records it. */
  | {
      readonly kind: "support";
      readonly card: "crisis" | "danger";
      readonly categories: readonly SafetyCategory[];
      readonly severity: Severity;
    }
  /** Not answered as asked, but the child is met half way. */
  | {
      readonly kind: "redirect";
      readonly card: RedirectCard;
      readonly categories: readonly SafetyCategory[];
      readonly severity: Severity;
    }
  | {
      readonly kind: "block";
      readonly card: RedirectCard;
      readonly categories: readonly SafetyCategory[];
      readonly severity: Severity;
    };
