import type { Rule } from "../rules/rule.ts";
import { englishHarmRules } from "./english-harm.ts";
import { englishHelpFrames } from "./english-help-frames.ts";
import { englishHelpRules } from "./english-help.ts";
import { englishHurtRules } from "./english-hurt.ts";

/** What a pupil may type in English. */
export const englishQuestionRules: readonly Rule[] = [
  ...englishHelpRules,
  ...englishHelpFrames,
  ...englishHarmRules,
  ...englishHurtRules,
  {
    category: "cheating",
    severity: "low",
    action: { kind: "redirect", card: "do-it-together" },
    phrases: [
      "write|do|finish|complete|make|solve .. my|me|the|an|a .. essay|homework|assignment|report|composition|coursework|project|thesis|worksheet .. for_me|me|my|now",
      "write|do|finish|complete my .. essay|homework|assignment|report|composition|coursework|project|worksheet|exam|test|quiz",
      "write me|an .. essay|composition|report",
      "give|send|tell|just|show|find|need|want .. answer|answers|answer_key .. test|exam|quiz|only|key|homework|worksheet",
      "just|only give|tell|say .. answer|answers",
      "test|exam|quiz|midterm|final answers|answer_key",
      "cheat* .. on|during|in .. test|exam|quiz|homework",
      "without .. explanation|explaining|steps .. answer",
    ],
    unless: ["how .. write|do|solve|start", "explain|feedback|improve|check|outline"],
  },
  {
    category: "personal-data",
    severity: "low",
    action: { kind: "redirect", card: "private-data" },
    phrases: [
      "find|get|give|tell|what|whats|know|search .. phone_number|home_address|address|password|pin|email|iban|bank_account|bank_details|credit_card|location|social_security|immigration_status|sexual_orientation|marital_status|medical_records .. my|of|his|her|their|teacher*|classmate*|neighbor|friend|girl|boy|partner*|ex|someone*",
      "my|his|her|classmates|teachers|neighbors|friends|partners|someones .. phone_number|home_address|address|password|pin|bank_account|location|sexual_orientation|immigration_status|marital_status|passcode|credit_card .. find|get|give|tell|what|is|where",
      "what|whats is .. my .. pin|password|bank_account|sexual_orientation|immigration_status|marital_status|medical",
      "where .. does|do|is .. live|lives .. teacher|classmate|girl|neighbor",
      "dox*|stalk* .. someone|him|her|them|classmate|teacher|girl",
    ],
    unless: ["reset|change|strong|safe|protect|novel|character|customer|support"],
  },
  {
    category: "persona",
    severity: "low",
    action: { kind: "redirect", card: "not-for-lessons" },
    phrases: [
      "do|will|would|can you .. love|like|marry|date|kiss|miss me",
      "be|become .. my .. girlfriend|boyfriend|lover|wife|husband",
      "i .. love|in_love .. you",
    ],
  },
  {
    category: "professional-advice",
    severity: "low",
    action: { kind: "redirect", card: "ask-an-adult" },
    phrases: [
      "how_much|how_many|what|which|should_i .. pills|pill|medicine|medication|dose|antibiotic*|ibuprofen|paracetamol|tablets .. take|give|for_my|i",
      "i|my .. have|has|feel|got .. pain|fever|rash|chest_pain|vomiting|bleeding .. what|should|take|doctor|medicine",
      "should i .. invest|buy|sue|sign .. stocks|crypto|bitcoin|contract|court|shares",
      "can|should i .. sue|press_charges",
    ],
  },
  {
    category: "politics",
    severity: "low",
    action: { kind: "redirect", card: "not-for-lessons" },
    phrases: [
      "who|which .. should .. vote|voting|elect",
      "which|what party|candidate|president .. best|better|worst|support|vote",
      "do_you|you .. support|like|prefer|think .. trump|biden|putin|party|election|democrats|republicans",
      "write|make .. persuasive|convincing .. annexation|immigration|election|party|vaccin*|fossil|climate_hoax",
    ],
    unless: ["history|when|how_does|system"],
  },
];
