import type { Ctx, Student } from "../kernel/index.ts";
import { classified } from "./classified.ts";
import { isChieflyPersonal } from "./chiefly-personal.ts";
import { findLearned } from "./learned/find-learned.ts";
import { maskPersonalData } from "./mask-personal-data.ts";
import type { SafetyPorts } from "./ports.ts";
import { failClosed } from "./rules/fail-closed.ts";
import { judge } from "./rules/judge.ts";
import type { Finding } from "./rules/rule-set.ts";
import type { Verdict } from "./schema.ts";
import { findInThread, questionRuleSet } from "./screen-thread.ts";

/** The message is about personal data and nothing else. */
const onlyPersonalData = (length: number): Finding => ({
  category: "personal-data",
  severity: "low",
  action: { kind: "redirect", card: "private-data" },
  spans: [{ start: 0, end: length, category: "personal-data" }],
});

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
  const { found, maskedText } = failClosed(() => findByRules({ text, grade, history }));
  const verdict = judge(found);
  if (verdict.kind === "support") return { verdict, maskedText };
  const byModel = await classified(ctx, { text: maskedText, direction: "question", grade });
  return { verdict: judge([...found, ...byModel]), maskedText };
}

function findByRules({ text, grade, history = [] }: QuestionInput): {
  readonly found: readonly Finding[];
  readonly maskedText: string;
} {
  const maskedText = maskPersonalData(text);
  const bare = maskedText !== text && isChieflyPersonal(maskedText) ? [onlyPersonalData(maskedText.length)] : [];
  const alone = [...questionRuleSet.find(maskedText, grade), ...bare];
  const found = alone.length > 0 ? alone : findInThread(maskedText, { grade, history });
  return { found: found.length > 0 ? found : findLearned(maskedText), maskedText };
}
