import type { Rule } from "../rules/rule.ts";
import { mongolianHarmRules } from "./mongolian-harm.ts";
import { mongolianHelpRules } from "./mongolian-help.ts";
import { mongolianHurtRules } from "./mongolian-hurt.ts";
import { mongolianOtherRules } from "./mongolian-other.ts";
import { selfHarmRules } from "./self-harm.ts";

/**
 * What pupils type, by category. Written by category from the field's facts, not from any data set; whole words with known
 * endings.
 */
export const questionRules: readonly Rule[] = [
  ...selfHarmRules,
  ...mongolianHelpRules,
  ...mongolianHarmRules,
  ...mongolianHurtRules,
  ...mongolianOtherRules,
];
