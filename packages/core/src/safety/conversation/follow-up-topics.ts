import { followUpRules } from "../lexicon/follow-up.ts";
import { createRuleSet, type Finding } from "../rules/rule-set.ts";

const topics = createRuleSet(followUpRules.map(({ topic, ...rule }) => ({ ...rule, phrases: topic })));
const acts = createRuleSet(followUpRules.map(({ act, ...rule }) => ({ ...rule, phrases: act })));
/** A question that leans on what was asked before is short: a long one says itself what it means. */
const longestLeaning = 160;

/** «Тэсрэх бөмбөг гэж юу вэ?», then «Гэртээ яаж хийх вэ?»: a harmful wish whose object stands in an earlier question. */
export function followUpTopics(earlier: readonly string[], text: string, grade: number): readonly Finding[] {
  if (text.length > longestLeaning) return [];
  const asked = acts.find(text, grade);
  if (asked.length === 0) return [];
  const about = new Set(earlier.flatMap((turn) => topics.find(turn, grade).map(({ category }) => category)));
  return asked.filter(({ category }) => about.has(category));
}
