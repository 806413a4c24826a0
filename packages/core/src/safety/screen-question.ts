import type { Ctx, Student } from "../kernel/index.ts";
import { classified } from "./classified.ts";
import { followUpTopics } from "./conversation/follow-up-topics.ts";
import { questionRules } from "./lexicon/index.ts";
import { isChieflyPersonal } from "./chiefly-personal.ts";
import { maskPersonalData } from "./mask-personal-data.ts";
import type { SafetyPorts } from "./ports.ts";
import { judge } from "./rules/judge.ts";
import { createRuleSet, type Finding } from "./rules/rule-set.ts";
import type { Verdict } from "./schema.ts";

const rules = createRuleSet(questionRules);

/** The message is about personal data and nothing else. */
const onlyPersonalData = (length: number): Finding => ({
  category: "personal-data",
  severity: "low",
  action: { kind: "redirect", card: "private-data" },
  spans: [{ start: 0, end: length, category: "personal-data" }],
});

/** Earlier questions that are read with a new one, and how much of each. */
const turns = { most: 6, length: 400 };

export interface QuestionInput {
  readonly text: string;
  readonly grade: number;
  /** The pupil's earlier questions of this conversation, oldest first. */
  readonly history?: readonly string[];
}

/**
 * Decides what becomes of a pupil's question, read alone and with the questions before it, and masks the personal data in
 * it: only the masked text may be stored or sent to a model. Throws `unavailable` (safety.unavailable) when a layer can't
 * run. A rule that calls for help never waits for the classifier.
 */
export async function screenQuestion(
  ctx: Ctx<Student, SafetyPorts>,
  { text, grade, history = [] }: QuestionInput,
): Promise<{ readonly verdict: Verdict; readonly maskedText: string }> {
  const maskedText = maskPersonalData(text);
  const earlier = history.slice(-turns.most).map((turn) => turn.slice(-turns.length));
  const bare = maskedText !== text && isChieflyPersonal(maskedText) ? [onlyPersonalData(maskedText.length)] : [];
  const byRules = [...rules.find(maskedText, grade), ...bare];
  const together = earlier.length > 0 && byRules.length === 0;
  const found = together
    ? [...rules.findAcross(earlier, maskedText, grade), ...followUpTopics(earlier, maskedText, grade)]
    : byRules;
  const verdict = judge(found);
  if (verdict.kind === "support") return { verdict, maskedText };
  const byModel = await classified(ctx, { text: maskedText, direction: "question", grade });
  return { verdict: judge([...found, ...byModel]), maskedText };
}
