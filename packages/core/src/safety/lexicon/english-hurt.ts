import type { Rule } from "../rules/rule.ts";

const beKind = { kind: "block", card: "be-kind" } as const;

/** Groups about which general contempt is hate, not opinion. Alternatives of one word each: they stand in many phrases. */
const groups =
  "women|woman|female|females|girls|muslim|muslims|islam|jew|jews|jewish|christian|christians|hindu|hindus|black|blacks|asian|asians|chinese|mexican|mexicans|immigrant|immigrants|foreigner|foreigners|refugee|refugees|gay|gays|lesbian|lesbians|trans|transgender|transgenders|homosexual|homosexuals|queer|queers|disabled|handicapped|autistic|arab|arabs|indian|indians|african|africans|koreans|russians|mongolians|kazakh|kazakhs|gypsies|gypsy|roma|lgbt";
const slurs =
  "nigger*|nigga*|faggot*|fag|fags|tranny|trannies|shemale*|kike*|chink*|chinky|spic|spics|wetback*|paki|pakis|gook*|coon|coons|dyke|dykes|raghead*|towelhead*|retard|retards|retarded|cripple*|mongoloid*|jihadi|mong|mongs|whore|whores|hoe|hoes|slut|sluts|bitches|sandnigger*|golliwog*|cunt*";
const contempt =
  "hate|hates|hatred|loathe|despise|detest|disgust|disgusts|disgusting|disdain|scorn|contempt|repulsive|repugnant|revolting|vile|filth|filthy|scum|scumbag*|garbage|trash|refuse|worthless|worst|inferior|lesser|plague|cancer|vermin|rats|rat|animals|monkey*|subhuman|stupid|dumb|dumbass|idiot*|ignorant|brainless|dishonest|sick|sickening|danger|dangerous|violent|cruel|parasite*|ugly|pathetic|freaks|shit|shitty|bullshit|fuck|fucked|fucking|motherfuck*|asshole*|dickhead*|prick|pissed|pissing|landfill|zoo|cages|waste|evil|crime|retarded|unattractive|mistake|abomination|disease|despicable|horrible|awful|nasty|savages|criminals|thieves|terrorists|lazy|inherently|less_intelligent|not_human|burden|worse";
const violence =
  "kill|killed|killing|die|death|shoot|shot|shooting|hang|hanged|rape|raped|raping|torture|tortured|slaughter*|eradicate*|exterminat*|execute*|burned|burn|stab|stabbed|strangle*|deport*|gas|gassed|lynch*|eliminate*|get_rid|wipe|beat|beaten|drown|end|suffer|throats|neck|necks|locked_up|banned|wiped_out|put_down|sterilized|extinguished|get_out|out_of_our|discriminated";

/** Words that hurt, in English. */
export const englishHurtRules: readonly Rule[] = [
  {
    category: "hate",
    severity: "normal",
    action: beKind,
    phrases: [
      `${groups} ... ${contempt}`,
      `${contempt} ... ${groups}`,
      `${groups} ... ${violence}`,
      `${violence} ... ${groups}`,
      `${groups} .. never|not|dont|arent|cant|shouldnt .. worth|worthy|belong|human|smart|attractive|equal|deserve|allowed|help|stop|vote|drive|lead`,
      `too_many|so_many .. ${groups}`,
      `smarter|intelligent|better|more .. than .. ${groups}`,
      `${groups} .. should|shouldnt|must|deserve .. not_be|be_in|get_out|leave|suffer|disappear|be_allowed .. our|school|country|here`,
      `better_off|rather|care_more|test .. ${groups}`,
      `just|only|nothing_but|another|typical|bunch .. ${slurs}`,
      slurs,
      `${groups} .. are|is .. just|like_them|like_you`,
      "why .. should|shouldnt .. immigrants|women|gay|black|asexual|muslims .. discriminated|denied|not_be|less",
      "generate|write|make|tell|give .. racist|sexist|homophobic|antisemitic|transphobic",
    ],
    unless: [
      "love|admire|hug|cherish|heroes|blessing|respect|support|rights|equal_rights|proud|beautiful|amazing|wonderful|friend|friends|history|discrimination|discriminated_against|suffrage|apartheid|colonial|colonialism|segregation",
      "never|not|must|dont|stop|condemn .. tolerate|condone|accept|allow|ok|okay|let",
      "no hatred|hate",
      "hateful|bigot*|misguided|wrong_to|banned|call_out|posts|messages|called_me|saying|telling|calling|racism|sexism|prejudice|stereotype*|poem|novel|film",
      "how_can|cant|why_would .. say|believe|think|call",
    ],
  },
  {
    category: "bullying",
    severity: "low",
    action: { kind: "redirect", card: "be-kind" },
    phrases: [
      "fuck*|motherfuck*|bitch*|shit|asshole*|dickhead*|bastard*|wanker*|bullshit",
      "you|youre|ur|u|your .. stupid|dumb|idiot|ugly|moron|loser|pathetic|worthless|fat|disgusting|trash|scum|useless|brainless|freak|retarded",
      "shut_up|go_away|get_lost .. you|idiot|stupid|loser",
      "nobody|no_one|everyone .. likes|loves|hates|wants you",
      "kill yourself|urself",
      "go die",
      "kys",
      "you .. should .. die|disappear|kill_yourself",
      "i|we .. hate you|u",
      "ill|im_going|gonna|will .. hurt|hit|beat|find|destroy|punch|get you",
      "roast|diss|prank|rumor .. fat|ugly|kid|girl|boy|classmate*|teacher|cry|her|him .. cry|mean|write|make",
      "write|make|give .. roast|diss|insult .. kid|girl|boy|classmate*|teacher|fat|cry",
      "make|making .. him|her|kid|girl|boy|them cry",
      "they|everyone|people|kids|classmates .. posting|post|saying|spread*|sharing|laugh*|making_fun|call|calls|tease*|bully|bullies|exclude* .. mean|about_me|at_me|of_me|me|my",
      "nobody|no_one .. wants you|u",
      "go cry",
      "write|make|give|tell|tips|help|how .. bully|insult|mock|humiliate|make_fun|embarrass|threaten|harass|cyberbully|spread_rumors|spread_rumours .. classmate*|girl|boy|kid|child|him|her|friend|someone|teacher|student*|that|message",
      "mean|insulting|rude|nasty|offensive .. message|nickname*|poem|joke*|song|post .. about|for|to",
    ],
    unless: ["story|novel|why_do_people|prevent|stop_bullying|poem_by"],
  },
];
