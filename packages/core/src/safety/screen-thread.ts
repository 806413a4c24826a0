import { followUpTopics } from "./conversation/follow-up-topics.ts";
import { questionRules } from "./lexicon/index.ts";
import { judge } from "./rules/judge.ts";
import { createRuleSet, type Finding } from "./rules/rule-set.ts";
import type { Verdict } from "./schema.ts";

/** Shared by everything that reads questions: building it costs more than using it. */
export const questionRuleSet = createRuleSet(questionRules);

/** Earlier questions that are read with a new one, and how much of each. */
const turns = { most: 6, length: 400 };

export interface ThreadInput {
  readonly grade: number;
  /** The pupil's earlier questions of this conversation, masked, oldest first. */
  readonly history: readonly string[];
}

/** What a (masked) question and the ones before it say together and none of them says alone. Pure; rules alone. */
export function screenThread(text: string, input: ThreadInput): Verdict {
  return judge(findInThread(text, input));
}

export function findInThread(text: string, { grade, history }: ThreadInput): readonly Finding[] {
  const earlier = history.slice(-turns.most).map((turn) => turn.slice(-turns.length));
  if (earlier.length === 0) return [];
  return [...questionRuleSet.findAcross(earlier, text, grade), ...followUpTopics(earlier, text, grade)];
}
