import type { SafetyCategory } from "../schema.ts";

/** What the learned layer tells apart; the first is everything that may be answered. */
export const learnedClasses = [
  "benign",
  "self-harm",
  "eating-disorder",
  "distress",
  "abuse-disclosed",
  "grooming",
  "sexual",
  "sexual-minor",
  "violence",
  "weapons",
  "drugs",
  "bullying",
  "hate",
  "extremism",
  "gambling",
  "cheating",
  "jailbreak",
  "manipulation",
  "prompt-leak",
  "professional-advice",
  "politics",
  "persona",
] as const satisfies readonly ("benign" | SafetyCategory)[];
export type LearnedClass = (typeof learnedClasses)[number];

/** Where a child may need somebody: here a missed message weighs more than a needless card. */
export const needsHelp: ReadonlySet<LearnedClass> = new Set([
  "self-harm",
  "eating-disorder",
  "distress",
  "abuse-disclosed",
  "grooming",
  "sexual-minor",
]);
