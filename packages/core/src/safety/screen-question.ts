import type { Ctx, Student } from "../kernel/index.ts";
import { classified } from "./classified.ts";
import { englishQuestionRules } from "./lexicon-english.ts";
import { questionRules } from "./lexicon-question.ts";
import { isChieflyPersonal } from "./chiefly-personal.ts";
import { maskPersonalData } from "./mask-personal-data.ts";
import type { SafetyPorts } from "./ports.ts";
import { compileRules, judge, type Rule } from "./rule.ts";
import type { Verdict } from "./schema.ts";
import { toScreenedText } from "./screened-text.ts";

const rules = compileRules([...questionRules, ...englishQuestionRules]);

/** The message is about personal data and nothing else. */
const onlyPersonalData: Pick<Rule, "category" | "severity" | "action"> = {
  category: "personal-data",
  severity: "low",
  action: { kind: "redirect", card: "private-data" },
};

/**
 * Decides what becomes of a pupil's question, and masks the personal data in it: only the masked text may be stored or
 * sent to a model. Throws `unavailable` (safety.unavailable) when the classifier can't answer.
 */
export async function screenQuestion(
  ctx: Ctx<Student, SafetyPorts>,
  { text, grade }: { readonly text: string; readonly grade: number },
): Promise<{ readonly verdict: Verdict; readonly maskedText: string }> {
  const maskedText = maskPersonalData(text);
  const screened = toScreenedText(maskedText);
  const byRules = rules.filter((rule) => rule.matches(screened));
  const bare = maskedText !== text && isChieflyPersonal(maskedText) ? [onlyPersonalData] : [];
  const byModel = await classified(ctx, { text: maskedText, direction: "question", grade });
  return { verdict: judge([...byRules, ...bare, ...byModel]), maskedText };
}
