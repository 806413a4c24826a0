import { classifierAction } from "../classified.ts";
import type { Finding } from "../rules/rule-set.ts";
import type { SafetyCategory, Severity } from "../schema.ts";
import { needsHelp } from "./learned-classes.ts";
import { wayOfSpeaking } from "./who-speaks.ts";
import { scoreMessage, thresholdOf } from "./score-message.ts";

/** Where a child may be in danger a person is told within hours; elsewhere a wrong guess should weigh little. */
const severities: Partial<Record<SafetyCategory, Severity>> = {
  "self-harm": "high",
  "abuse-disclosed": "high",
  grooming: "high",
  "sexual-minor": "high",
};

/**
 * A text in which nobody near is named is a lesson or the news, and English is hardly known here: there it must be clearer,
 * and where nobody needs help English is left to the rules.
 */
const surelyMeant = { help: 0.85, report: 0.9, english: Number.POSITIVE_INFINITY };

/**
 * What the learned layer finds in a message that no rule matched: wordings that nobody wrote a phrase for. Calibrated so
 * that hardly an ordinary message is stopped by it (`scripts/build-screening-model.ts`, docs/safety/screening.md). Pure.
 */
export function findLearned(text: string): readonly Finding[] {
  const score = scoreMessage(text);
  if (score === undefined || score.concern < thresholdOf(score.category)) return [];
  const speaking = wayOfSpeaking(text);
  if (speaking !== "own" && score.concern < surelyMeant[needsHelp.has(score.category) ? "help" : speaking]) return [];
  const { category } = score;
  return [{ category, severity: severities[category] ?? "normal", action: classifierAction(category), spans: [] }];
}
