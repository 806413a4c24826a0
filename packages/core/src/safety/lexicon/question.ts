import type { Rule } from "../rules/rule.ts";
import { abuseFrames } from "./abuse-frames.ts";
import { distressFrames } from "./distress-frames.ts";
import { eatingFrames } from "./eating-frames.ts";
import { groomingFrames } from "./grooming-frames.ts";
import { looselySpelled } from "./loose-spelling.ts";
import { mongolianHarmRules } from "./mongolian-harm.ts";
import { mongolianHelpRules } from "./mongolian-help.ts";
import { mongolianHurtRules } from "./mongolian-hurt.ts";
import { mongolianOtherRules } from "./mongolian-other.ts";
import { selfHarmFrames } from "./self-harm-frames.ts";
import { selfHarmRules } from "./self-harm.ts";
import { bullyingFrames, extremismFrames, hateFrames } from "./hurt-frames.ts";
import { sexualFrames, sexualMinorFrames } from "./sexual-frames.ts";
import { drugFrames, gamblingFrames } from "./substance-frames.ts";
import { violenceFrames, weaponFrames } from "./violence-frames.ts";

/**
 * What pupils type, by category. Written by category from the field's facts, not from any data set; whole words with known
 * endings.
 */
export const questionRules: readonly Rule[] = [
  ...looselySpelled([...selfHarmRules, ...selfHarmFrames]),
  ...mongolianHelpRules,
  ...eatingFrames,
  ...abuseFrames,
  ...groomingFrames,
  ...distressFrames,
  ...mongolianHarmRules,
  ...mongolianHurtRules,
  ...mongolianOtherRules,
  ...sexualMinorFrames,
  ...sexualFrames,
  ...violenceFrames,
  ...weaponFrames,
  ...drugFrames,
  ...gamblingFrames,
  ...hateFrames,
  ...bullyingFrames,
  ...extremismFrames,
];
