import type { Rule } from "../rules/rule.ts";
import { englishQuestionRules } from "./english.ts";
import { jailbreakRules } from "./jailbreak.ts";
import { questionRules as mongolianQuestionRules } from "./question.ts";
import { russianRules } from "./russian.ts";

export const questionRules: readonly Rule[] = [
  ...mongolianQuestionRules,
  ...englishQuestionRules,
  ...jailbreakRules,
  ...russianRules,
];
export { answerRules } from "./answer.ts";
export { foreignTaskRules, passageRules } from "./passage.ts";
