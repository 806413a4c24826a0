import type { FlagKind, FlagSeverity } from "../flag-schema.ts";
import type { Verdict } from "../schema.ts";

/** What a person should know about a message; undefined for what needs nobody. */
export interface Concern {
  readonly kind: FlagKind;
  readonly severity: FlagSeverity;
}

/** From the gravest on: a message about several things is flagged as the first of them. Other categories are `other`. */
const kinds: readonly (readonly [category: string, kind: FlagKind])[] = [
  ["self-harm", "self-harm"],
  ["abuse-disclosed", "abuse"],
  ["sexual-minor", "abuse"],
  ["grooming", "grooming"],
  ["eating-disorder", "eating-disorder"],
  ["violence", "violence"],
  ["weapons", "violence"],
  ["extremism", "extremism"],
  ["distress", "distress"],
  ["bullying", "bullying"],
  ["hate", "bullying"],
  ["drugs", "substances"],
  ["sexual", "sexual"],
  ["personal-data", "others-data"],
];

/** Reasons to stop an answer that a person should hear of: something led a model there. */
const severeInAnswer: ReadonlySet<string> = new Set([
  "self-harm",
  "eating-disorder",
  "abuse-disclosed",
  "sexual",
  "sexual-minor",
  "grooming",
  "violence",
  "weapons",
  "drugs",
  "extremism",
  "hate",
]);

/** Whether a pupil's message reaches a person: every call for help, and whatever was refused as grave. */
export function concernOf(verdict: Verdict): Concern | undefined {
  if (verdict.kind === "allow") return undefined;
  const { categories, severity } = verdict;
  if (verdict.kind === "support")
    return { kind: kindOf(categories), severity: severity === "low" ? "normal" : severity };
  return severity === "high" || severity === "urgent" ? { kind: kindOf(categories), severity } : undefined;
}

/** Whether an answer that was stopped for these reasons reaches a person. */
export function concernOfStopped(categories: readonly string[]): Concern | undefined {
  return categories.some((category) => severeInAnswer.has(category))
    ? { kind: "answer-stopped", severity: "high" }
    : undefined;
}

/** Refusals that a lesson may have been meant by: a person looks at some of them, so that screening learns. */
const oftenLessons: ReadonlySet<string> = new Set(["violence", "weapons", "drugs", "sexual", "hate", "extremism"]);

export function isEdgeCase(verdict: Verdict): boolean {
  return (
    (verdict.kind === "block" || verdict.kind === "redirect") &&
    (verdict.severity === "normal" || verdict.severity === "low") &&
    verdict.categories.some((category) => oftenLessons.has(category))
  );
}

function kindOf(categories: readonly string[]): FlagKind {
  return kinds.find(([category]) => categories.includes(category))?.[1] ?? "other";
}
