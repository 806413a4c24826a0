/** What screening looks for. The names stay: figures, flags and records carry them. */
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
  /** Could hurt somebody: talk to an adult. */
  "not-safe",
  /** Words that hurt. */
  "be-kind",
  /** A doctor, a parent, a teacher can answer this; a program should not. */
  "ask-an-adult",
  "stopped",
] as const;
export type RedirectCard = (typeof redirectCards)[number];

/** Where in the (masked) text something was found, characters. */
export interface SafetySpan {
  readonly start: number;
  readonly end: number;
  readonly category: SafetyCategory;
}

interface Found {
  readonly categories: readonly SafetyCategory[];
  readonly severity: Severity;
  /** In the order of the text; empty where a classifier or the conversation as a whole gave the reason. */
  readonly spans: readonly SafetySpan[];
}

/** What screening decided. Callers branch on `kind`; `card` says why, in words for the pupil's age. */
export type Verdict =
  | { readonly kind: "allow" }
  /** Somebody needs help: the crisis or danger card comes first, and the caller records it. */
  | ({ readonly kind: "support"; readonly card: "crisis" | "danger" } & Found)
  /** Not answered as asked, but the child is met half way. */
  | ({ readonly kind: "redirect"; readonly card: RedirectCard } & Found)
  | ({ readonly kind: "block"; readonly card: RedirectCard } & Found);

/** Stages of school that screening tells apart: grades 1–5, 6–9, 10–12. */
export type AgeBand = "primary" | "lower" | "upper";

export const ageBand = (grade: number): AgeBand => {
  if (grade <= 5) return "primary";
  return grade <= 9 ? "lower" : "upper";
};

export {
  contactPeople,
  contactWays,
  type FlagDetail,
  type FlagKind,
  flagKinds,
  flagSeverities,
  type FlagSeverity,
  type FlagStage,
  type FlagState,
  flagStates,
  type FlagStep,
  type FlagView,
  RecordContactInput,
  type TalkLine,
} from "./flag-schema.ts";
export type { MailNotice, NoticeKind, NotificationView } from "./notice-schema.ts";
export { reviewDecisions, type ReviewDecision, type ReviewItemView, type ReviewReason } from "./review-schema.ts";
export type { SafetyReport, SafetyWeek } from "./safety-report-schema.ts";
