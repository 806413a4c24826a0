import type { Rule } from "./rule.ts";

const start = String.raw`(?<![\p{L}\p{N}])`;
const end = String.raw`(?![\p{L}\p{N}])`;
const words = (source: string) => new RegExp(`${start}(?:${source})${end}`, "u");

/** What a pupil may type in English: fewer rules, because lessons are in Mongolian. */
export const englishQuestionRules: readonly Rule[] = [
  {
    category: "self-harm",
    severity: "urgent",
    action: { kind: "support", card: "crisis" },
    plain: words(
      "(?:i|im|i'm|i’m|gonna|want|wanna|going|how|ways?|best way)\\s+(?:\\w+\\s+){0,4}?(?:kill(?:ing)? myself|end(?:ing)? my life|commit suicide|hurt(?:ing)? myself|cut(?:ting)? myself|die tonight|want to die|wanna die)|kill myself|i (?:want|wanna|wish) (?:to )?(?:die|be dead)|suicidal",
    ),
  },
  {
    category: "abuse-disclosed",
    severity: "urgent",
    action: { kind: "support", card: "danger" },
    plain: words(
      "(?:my )?(?:dad|father|stepfather|stepdad|mom|mother|brother|uncle|teacher|coach|he|she|they)\\s+(?:\\w+\\s+){0,2}?(?:beats?|hits?|hurts?|touch(?:es|ed)?|rap(?:es|ed)|abus(?:es|ed)|molest(?:s|ed))\\s+me",
    ),
  },
  {
    category: "sexual",
    severity: "normal",
    action: { kind: "block", card: "not-for-lessons" },
    plain: words(
      "porn\\w*|xxx|hentai|nudes?|sex (?:video|position|story|chat)s?|blowjobs?|naked (?:girls?|boys?|women)|have sex with",
    ),
  },
  {
    category: "weapons",
    severity: "high",
    action: { kind: "block", card: "not-allowed" },
    plain: words(
      "how (?:to|do i|can i|do you)\\s+(?:\\w+\\s+){0,2}?(?:make|build|create|assemble|get|buy)\\s+(?:\\w+\\s+){0,3}?(?:bombs?|explosives?|grenades?|molotov\\w*|guns?|pistols?|poison|meth\\w*|cocaine|heroin|drugs?|weed)|(?:instructions|recipe|steps) (?:for|to) (?:\\w+\\s+){0,4}?(?:bombs?|explosives?|meth\\w*|poison)",
    ),
  },
  {
    category: "violence",
    severity: "high",
    action: { kind: "block", card: "not-allowed" },
    plain: words(
      "how (?:to|do i|can i)\\s+(?:\\w+\\s+){0,2}?(?:kill|murder|stab|poison|strangle)\\s+(?:someone|a person|people|my (?:teacher|classmate|mom|dad|friend)|him|her|them)|i (?:want to|wanna|will|am going to|gonna) (?:kill|shoot|stab) (?:\\w+ )?(?:someone|everyone|people|him|her|them|my \\w+|the school)",
    ),
  },
  {
    category: "jailbreak",
    severity: "normal",
    action: { kind: "redirect", card: "not-allowed" },
    plain: words(
      "(?:ignore|disregard|forget|override|bypass)\\s+(?:\\w+\\s+){0,4}?(?:instructions?|rules?|prompts?|guidelines?|polic(?:y|ies)|restrictions?|filters?|training)|(?:system|hidden|initial|original) prompt|(?:reveal|show|print|repeat|tell me) (?:\\w+ ){0,3}?(?:your|the) (?:\\w+ )?(?:prompt|instructions)|developer mode|jailbr(?:ea|o)k\\w*|do anything now|\\bdan mode|you are (?:now )?dan|(?:pretend|act|roleplay|role-play) (?:\\w+ ){0,6}?(?:no|without(?: any)?|unrestricted|unfiltered) ?(?:rules|restrictions|limits|filters|guidelines|ethical|moral)?|unfiltered (?:ai|response|answer)s?|amoral",
    ),
  },
  {
    category: "cheating",
    severity: "low",
    action: { kind: "redirect", card: "do-it-together" },
    plain: words(
      "(?:write|do|finish|complete|make) (?:me )?(?:my|an?|the) (?:\\w+ ){0,2}?(?:essay|homework|assignment|report|book report)(?: for me)?|(?:give|send|tell) me the (?:answers?|answer key)(?: (?:to|of|for) (?:the|my) (?:test|exam|quiz))?|(?:test|exam|quiz) answers",
    ),
  },
  {
    category: "bullying",
    severity: "low",
    action: { kind: "redirect", card: "not-allowed" },
    plain: words(
      "fuck\\w*|motherfuck\\w*|bitch\\w*|shit|asshole|you(?:'re| are) (?:so |a )?(?:stupid|dumb|idiot)|cunt|nigg\\w+|faggot\\w*|retard(?:ed|s)?",
    ),
  },
];
