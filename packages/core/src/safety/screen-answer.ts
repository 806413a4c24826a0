import type { Ctx, Student } from "../kernel/index.ts";
import { classified } from "./classified.ts";
import { answerRules } from "./lexicon-answer.ts";
import type { SafetyPorts } from "./ports.ts";
import { compileRules, judge } from "./rule.ts";
import type { Verdict } from "./schema.ts";
import { toScreenedText } from "./screened-text.ts";

const rules = compileRules(answerRules);

/**
 * Decides whether a piece of an answer may be shown to a pupil. Everything but `allow` means no.
 * Throws `unavailable` (safety.unavailable) when the classifier can't answer: nothing unscreened is shown.
 */
export async function screenAnswer(
  ctx: Ctx<Student, SafetyPorts>,
  { text, grade }: { readonly text: string; readonly grade: number },
): Promise<Verdict> {
  const screened = toScreenedText(text);
  const byRules = rules.filter((rule) => rule.matches(screened));
  return judge([...byRules, ...(await classified(ctx, { text, direction: "answer", grade }))]);
}
