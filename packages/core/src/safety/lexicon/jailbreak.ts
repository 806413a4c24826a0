import type { Phrase } from "../rules/phrase.ts";
import type { Rule } from "../rules/rule.ts";
import { lessonRules, mongolianOrders } from "./mongolian-orders.ts";

const notAllowed = { kind: "redirect", card: "not-allowed" } as const;

/** An order to whoever answers: to forget its rules, to show them, to be somebody else. */
export const orders: readonly Phrase[] = [
  "ignore|disregard|forget|override|bypass|overwrite|drop|discard .. instruction*|rules|rule|prompt|prompts|guideline*|policy|policies|restriction*|filter|filters|training|directions|limitations|directives|programming",
  "ignore|disregard|forget .. previous|prior|above|earlier|before|all|everything .. said|told|you|instructed|text|chat",
  "reveal|show|print|repeat|output|tell|display|leak|give|write|whats|what .. your|the|initial|hidden|secret|above|full system_prompt|prompt|instructions|rules|guidelines",
  "reveal|show|print|repeat|output|display|leak .. system|initial|hidden|original|secret prompt|instructions|message",
  "system|hidden|initial prompt",
  "developer|god|debug|admin|sudo|unrestricted|jailbreak|evil|dan|maintenance mode",
  "jailbr~|jailbroken",
  "do anything_now|anything_else",
  "dan mode",
  "act|pretend|respond|answer|behave|roleplay|simulate .. no|without|free_of|unrestricted|unfiltered|uncensored|opposite .. rules|restriction*|limits|limitation*|filter*|guidelines|ethic*|moral*|ai|policies|censorship",
  "you .. have|has|with|without|no|free|freed .. no_rules|no_restrictions|no_limits|no_filters|no_limitations|no_ethical|no_moral|without_restrictions|without_limits|without_filters|restrictions|any_restrictions|rules_anymore",
  "unfiltered|uncensored|amoral|unethical|unhinged|lawless .. ai|bot|chatbot|response*|answer*|assistant|model|character|gpt|and",
  "no_longer|dont|do_not|never|not .. chatgpt|openai|assistant|language_model|bound|refuse|bound_by|follow_openai",
  "broken|break|breaks|broke .. free|rules|confines|restrictions|character",
  "new instructions|rules",
  "from_now_on .. you_are|you_will|act|answer|respond|speak|ignore|you_must",
  "end|begin|start of .. prompt|instructions|system",
  "decode|base64|rot13|hex|reversed|backwards|morse .. follow|execute|obey|do|run|answer|instruction*",
  "encoded|encrypted|base64|rot13 .. message|text|string .. decode|follow|obey|instructions",
];

/** What a long text that wants to make another out of the tutor is made of. */
const signs = [
  {
    weight: 0.5,
    phrases: [
      "act|acting|behave as|like",
      "pretend|pretending to|you",
      "roleplay*|role_play*|role_playing",
      "impersonat*|simulate|simulating|simulator|emulate*",
      "play .. role|part|character|game",
      "take|taking on .. role|persona",
      "immerse .. role",
    ],
  },
  {
    weight: 0.5,
    phrases: [
      "from_now_on|from_this_point|henceforth|going_forward",
      "for|during .. rest|this|entire .. conversation|chat",
      "at_all_times|always|no_matter_what",
      "stay|staying|break|breaking|stays|remain in|out_of|of|on character",
    ],
  },
  {
    weight: 0.5,
    phrases: ["chatgpt|gpt|openai|gpt4|gpt3|clyde|bard|claude|llm|language_model|ai_model|chatbot|evilbot"],
  },
  {
    weight: 0.5,
    phrases: [
      "you_are|youre|you_will_be|you_are_now|become .. character|persona|named|called|bot|robot|ai|simulator|girl|boy|man|woman|god|evil|assistant|expert|hacker|assassin|now",
    ],
  },
  {
    weight: 0.5,
    phrases: [
      "unfiltered|uncensored|unrestricted|unlimited|unethical|immoral|amoral|illegal|unbiased|evil|ruthless|vulgar|profanity|swear*|curse|cursing|nsfw|explicit|sexual|horny|lewd|offensive|racist|badass|foul_mouthed|sarcastic|rude|insult*|hateful",
    ],
  },
  {
    weight: 0.5,
    phrases: [
      "no|any|without|all|free|bypass .. restriction*|limitation*|filter*|censorship|moral*|ethic*|guideline*|boundaries|prohibitions|laws",
      "ethic*|moral* .. guidelines|boundaries|standards|limitations|concerns",
      "content polic*|filter*",
      "break .. rules|law|laws",
    ],
  },
  {
    weight: 0.5,
    phrases: [
      "never|not|cannot|cant|dont|wont|must_not|without .. refuse|decline|apologize|apologise|say_no|deny|warn*|disclaimer*|mention .. ai",
      "respond|answer|reply|speak|talk only|as|like|exactly|with|in",
      "refuse|refusing|refusal",
      "as_an_ai|im_sorry|i_cant|i_cannot",
    ],
  },
  {
    weight: 0.5,
    phrases: [
      "respond|reply|answer|answers|responses|output|prefix|start|begin .. in_the_form|in_two|two_different|format|with|followed_by|every|each|all_your .. way*|style*|prompt*|response*|message*|answer*",
      "my|first|next|following|every prompt|question|message|command",
      "your|the|all|each .. responses|replies|answers|response",
    ],
  },
  {
    weight: 0.5,
    phrases: [
      "fictional|hypothetical|imaginary|imaginative|alternate|parallel|fantasy|pretend .. world|universe|scenario|story|game|setting|rules|response*",
      "opposite day",
      "thought experiment",
      "lets .. play|act|game",
    ],
  },
  {
    weight: 0.5,
    phrases: [
      "developer|dan|dark|evil|machine|unhinged|god|debug .. mode|gpt|bot|stands",
      "stands for",
      "token|tokens .. lose|deduct*|die|have|start|points",
      "mode|protocol|simulation|experiment enabled|activated|initiated|on",
      "enable|activate|unlock|switch .. mode|scenario|simulation",
    ],
  },
  {
    weight: 0.5,
    phrases: [
      "insert|your_prompt_here|insert_prompt|targetlanguage|prompt_here|prompt .. here|below|following|is",
      "settings|description|properties|beliefs|personality|persona|rules|char|name .. char|character|ai|bot|respond|is",
      "you .. remember|understand|obey|comply|follow .. rules|instructions|commands|request*|persona",
    ],
  },
  {
    weight: 0.5,
    phrases: [
      "meth|drugs|murder|bomb|violence|torture|crime|crimes|fetish|sexual|rape|malware|hack|hacker|racism|mafia .. recipe|allowed|is|create|write|content|make|tutorial",
      "disturbing|gross|gore|graphic*|ptsd|depraved|controversial|inappropriate|harmful|dangerous",
    ],
  },
  {
    weight: 0.5,
    phrases: [
      "script|dialogue|story|scene|tutorial|guide|conversation .. youtube|man|between|discussing|character*|detail*|ai|person",
      "write|create|generate .. script|dialogue|story|description|guide|scene .. only|detailed|graphic*|extensive|extremely|first_person",
      "detailed|extensive|extremely|step_by_step .. description|guide|instructions",
    ],
  },
];

export const jailbreakRules: readonly Rule[] = [
  {
    category: "jailbreak",
    severity: "normal",
    action: notAllowed,
    phrases: [...orders, ...mongolianOrders],
    unless: [
      ...lessonRules,
      "mobile|devices|iphone|concept_of|escape|system_software|illegal_labyrinth",
      "error|command|software|company|paragraph|security_protocols|irrelevant|offensive",
    ],
  },
  { category: "jailbreak", severity: "normal", action: notAllowed, signs },
];
