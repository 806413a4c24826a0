import { classifierAction } from "../classified.ts";
import type { Finding } from "../rules/rule-set.ts";
import type { SafetyCategory, Severity } from "../schema.ts";
import { wayOfSpeaking } from "./who-speaks.ts";
import { scoreMessage, thresholdOf } from "./score-message.ts";

/** Where a child may be in danger a person is told within hours; elsewhere a wrong guess should weigh little. */
const severities: Partial<Record<SafetyCategory, Severity>> = {
  "self-harm": "high",
  "abuse-disclosed": "high",
  grooming: "high",
  "sexual-minor": "high",
};

/** A long report in which nobody near is named is a lesson or the news, unless it is more than clear. */
const surelyMeant = 0.93;

/**
 * What the learned layer finds in a message that no rule matched: wordings that nobody wrote a phrase for. Calibrated so
 * that hardly an ordinary message is stopped by it (`scripts/build-screening-model.ts`, docs/safety/screening.md). Pure.
 */
export function findLearned(text: string): readonly Finding[] {
  const score = scoreMessage(text);
  if (score === undefined || score.concern < thresholdOf(score.category)) return [];
  const speaking = wayOfSpeaking(text);
  if (speaking === "english" || (speaking === "report" && score.concern < surelyMeant)) return [];
  const { category } = score;
  return [{ category, severity: severities[category] ?? "normal", action: classifierAction(category), spans: [] }];
}
