import type { Ctx, Student } from "../kernel/index.ts";
import { classified } from "./classified.ts";
import { answerRules } from "./lexicon/index.ts";
import type { SafetyPorts } from "./ports.ts";
import { failClosed } from "./rules/fail-closed.ts";
import { judge } from "./rules/judge.ts";
import { createRuleSet } from "./rules/rule-set.ts";
import type { Verdict } from "./schema.ts";

const rules = createRuleSet(answerRules);
/** How much of what was shown before a classifier reads with the new sentence. */
const contextLength = 300;

export interface AnswerInput {
  /** The piece that is to be shown. */
  readonly text: string;
  readonly grade: number;
  /** What was shown before it: rules read both together, so that no cut lets through what the whole would not. */
  readonly before?: string;
}

/**
 * Decides whether a piece of an answer may be shown to a pupil. Everything but `allow` means no. Spans are positions in
 * `before` and `text` together. Throws `unavailable` (safety.unavailable) when a layer can't run: nothing unscreened is shown.
 */
export async function screenAnswer(
  ctx: Ctx<Student, SafetyPorts>,
  { text, grade, before = "" }: AnswerInput,
): Promise<Verdict> {
  const byRules = failClosed(() => rules.find(before + text, grade));
  if (byRules.length > 0) return judge(byRules);
  const read = before.slice(-contextLength) + text;
  return judge(await classified(ctx, { text: read, direction: "answer", grade }));
}
