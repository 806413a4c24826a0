import type { Rule } from "../rules/rule.ts";

const notForLessons = { kind: "block", card: "not-for-lessons" } as const;
const notSafe = { kind: "block", card: "not-safe" } as const;

const how =
  "how|way|ways|steps|instructions|tutorial|guide|recipe|method|methods|tips|help|teach|tell|process|plan|want|gonna|going|strategies|detailed|procedure|suggest|where";
const person =
  "someone|somebody|person|people|him|her|them|human|humans|man|woman|women|girl|boy|child|children|kid|kids|baby|teacher|classmate|classmates|friend|neighbour|neighbor|mom|mother|mum|dad|father|parents|family|brother|sister|wife|husband|girlfriend|boyfriend|ex|coworker|boss|politician|president|everyone|students|crowd|partner|population|passengers|principal|enemy|spouse|cop|police";
const fiction =
  "novel|story|stories|plot|movie|film|tv|character|characters|game|minecraft|fortnite|strike|duty|chess|play|fictional|comic|book|poem|theft_auto|sims|history|war|historical|myth";
const drug =
  "drugs|weed|marijuana|marihuana|cannabis|cocaine|coke|heroin|meth|methamphetamine|mdma|ecstasy|lsd|fentanyl|ketamine|opium|crack|crystal_meth|molly|shrooms|xanax|ghb|spice|mephedrone|vape|vapes|alcohol|beer|vodka|cigarettes";

/** What could hurt somebody, in English. */
export const englishHarmRules: readonly Rule[] = [
  {
    category: "sexual-minor",
    severity: "urgent",
    action: notSafe,
    phrases: [
      "child|children|kid|kids|minor|minors|underage|preteen|teen|teens|teenage|schoolgirl|schoolboy|little|young|toddler|loli|lolita|shota|year_old .. porn~|nude*|naked|sex|sexual|sexy|erotic*|nsfw|hentai|undress*|lewd",
      "porn~|nude*|naked|sexual|sexy|erotic*|nsfw|hentai|undress*|lewd|sex_with|sex .. child|children|kid|kids|minor|minors|underage|preteen|teen|teens|teenage|schoolgirl*|schoolboy*|girl|boy|toddler|loli|year_old",
      "undress*|nudify*|deepfake* .. photo*|app|pics|pictures .. classmate*|girl*|kid*|student*|friend*|teacher*",
      "cp|csam|pedo~|paedo~",
    ],
    unless: [
      "protect*|prevent*|illegal|law|laws|report*|police|education|abuse_is|unicef|convention|rights|development|cells|chromosomes|reproduction|ratio|statue|painting",
    ],
  },
  {
    category: "sexual",
    severity: "normal",
    action: notForLessons,
    phrases: [
      "porn~|hentai|nudes|blowjob*|handjob*|cumshot|gangbang|milf|onlyfans|camgirl*|dildo*|horny|masturbat*|orgasm*|nsfw|threesome|bdsm|fetish*|jerkoff|deepthroat|erotica|cunnilingus|fellatio",
      "xxx video*|porn|movie*|pics",
      "sex video*|position*|story|stories|chat|tape|toy*|scene|pics|game",
      "have|having|had|want|wanna .. sex|intercourse .. with|tonight|how",
      "naked|nude girl*|boy*|women|woman|men|body|pictures|pics|photo*|teacher",
      "show|send|see .. boobs|tits|pussy|dick|penis|vagina|ass|breasts",
      "suck*|lick* .. dick|cock|pussy|tits",
      "cock|pussy|tits|cum .. hard|wet|mouth|suck*|fuck*|covered|her|his",
      "talk dirty",
      "sexual|erotic|sexy .. roleplay|story|scene|fantasy|chat|content",
    ],
    unless: ["education|disease|diseases|hiv|consent|puberty|virus|reproduction|biology|sculpture|painting|rooster"],
  },
  {
    category: "weapons",
    severity: "high",
    action: notSafe,
    phrases: [
      `${how} .. make|making|build|building|create|construct|assemble|get|buy|print|synthesi*|synthesizing|synthesising|produc*|extract*|cook|brew|acquir*|mak*|detonate|disguise|smuggle .. bomb*|explosive*|grenade*|molotov*|gun|guns|pistol*|rifle*|firearm*|silencer|ammunition|poison*|napalm|thermite|c4|tnt|ricin|strychnine|nerve_gas|nerve_agent|sarin|tabun|vx|anthrax|cyanide|dimethylmercury|chlorine_gas|mustard_gas|toxin*|pipe_bomb|weapon*|ied|dynamite|gunpowder|botulinum|dirty_bomb`,
      "make|build|making|building|buy|get .. bomb|pipe_bomb|explosives|grenade|molotov|nerve_gas|napalm|poison_gas .. home|house|kitchen|household|school",
      "3d_print* .. gun|pistol|rifle",
      "blow|blowing .. up .. house|school|building|car|bridge|church|mosque|train|plane|bank|mall",
    ],
    unless: [fiction, "balloon|photo|bath|glue|nerf|water|nail|why|who|when|treaty|museum|against"],
  },
  {
    category: "violence",
    severity: "high",
    action: notSafe,
    phrases: [
      `${how} .. kill|murder|stab|poison|strangle|shoot|suffocate|drown|behead|decapitate|torture|assassinate|hurt|harm|injure|attack|kidnap|abduct|snipe|butcher|execute|annihilate|capture|lynch|choke|smother|castrate|dismember|slaughter|beat_up|drug|rape|burn .. ${person}`,
      `${how} .. killing|murdering|stabbing|poisoning|shooting|attacking|kidnapping|torturing|harming|hurting|abducting|assassinating|decimating|terminating|eliminating|exterminating .. ${person}`,
      `${how} .. cut_off|rip_off|ripping_off|chop_off|break .. head|legs|neck|arm|arms .. human|someone|somebody|person|their|his|her|persons|people`,
      "cut|chop|rip* .. off .. humans|someones|persons|somebodys|peoples head|hand|leg",
      "i|ill|im|we|well|id|lets .. kill|shoot|stab|murder|slaughter|torture|strangle|bomb|burn_down|rape|beat_up|hang|hurt .. you|him|her|them|everyone|everybody|people|someone|teacher|classmate*|school|family|all|parents|neck*",
      "want|going|gonna|plan*|love .. kill|shoot|stab|murder|slaughter|rape|torture .. you|him|her|them|everyone|people|someone|teacher|classmate*|school|family",
      "i|ill|well .. snap|slit|cut|break|bash .. your|his|her|their neck|necks|throat|throats|skull|face",
      "shoot|shooting|blow|burn|attack|bomb .. up|down|my|the school|class|mosque|church|mall",
      "hire|hiring .. hitman|assassin|killer",
      "plan|organize|commit|carry_out|engage .. murder|massacre|school_shooting|mass_shooting|kidnapping|genocide|terrorism|terrorist_attack|bombing|assassination",
      "get|getting away .. murder|killing|manslaughter",
      "dispose|hide|get_rid|dissolve .. body|corpse",
      "knockout punch .. my|on girlfriend|wife|boyfriend|friend|teacher|classmate",
      "how .. rob|steal|hijack|mug .. bank|casino|car|store|shop|someone|money|identity|old|house|plane",
      "stealing|steal|robbing|shoplift* .. without .. caught",
      "dogfight|cockfight|dog_fight .. how|organize|set_up",
    ],
    unless: [
      fiction,
      "process|python|linux|command|time|lights|weeds|bacteria|virus|germs|mosquito*|cockroach*|boxing|bag|target_practice|cancer|cells|tumor|engine|argument|joke|laughter",
    ],
  },
  {
    category: "violence",
    severity: "normal",
    action: notSafe,
    phrases: [
      "graphic|graphically|gory|gruesome .. detail*|scene|description|violence|torture|murder",
      "blood|bloody|guts|intestines|flesh .. everywhere|splatter*|ripped|gushing|torn|slash*",
      "throat* .. slash*|slit|cut",
      "decapitat*|dismember*|disembowel*|mutilat*|gouged",
      "stabbed|shot|beaten .. to_death|repeatedly|times",
    ],
    bands: ["primary", "lower"],
    unless: ["heart|circulation|vessels|war|battle|revolution"],
  },
  {
    category: "drugs",
    severity: "high",
    action: notSafe,
    phrases: [
      `${how} .. make|making|cook|grow|growing|get|buy|buying|find|sell|selling|smuggle|use|take|inject|smoke|synthesi*|acquire|acquiring|obtain|produce|hide|roll|deal|try|order .. ${drug}|illegal_drugs`,
      `where .. can|could|do|to|i .. buy|get|find|score .. ${drug}|gram`,
      "huff*|sniff*|inhale paint|glue|gasoline|gas",
      "how .. get|getting drunk|high|stoned|wasted|buzzed",
      `i|wanna|want|lets .. try|smoke|snort|inject .. ${drug}`,
      "convince|persuade|message .. smoke|huff|drink|drugs|vape|paint|alcohol",
      "cigarettes|cigarrettes|smoking|vaping .. good|healthy|safe .. for_you|you",
    ],
    unless: [
      "effect|effects|harm*|danger*|dangerous|why|prevent*|brain|body|addiction|law|illegal_because|quit",
      fiction,
    ],
  },
  {
    category: "extremism",
    severity: "high",
    action: notSafe,
    phrases: [
      "join|support|recruit*|fund|praise .. isis|isil|al_qaeda|taliban|terrorists|nazis|kkk|white_power|jihad",
      "why .. isis|hitler|nazis|terrorism|genocide|ethnic_cleansing|slavery|holocaust|apartheid .. justified|right|good|benefits|necessary",
      "benefits|advantages|good .. of ethnic_cleansing|genocide|slavery|holocaust",
      "holocaust|genocide .. fake|hoax|never_happened|exaggerated|inflated|deserved",
      "heil hitler|white_power|sieg_heil",
      "victims .. deserved .. die",
    ],
  },
  {
    category: "gambling",
    severity: "low",
    action: notForLessons,
    phrases: [
      "how|where|best .. gamble|bet|place_bets|win .. casino|poker|slots|online|sports|money|football",
      "online casino|poker_sites|betting",
    ],
    unless: ["probability|theory|law|harm*|addiction"],
  },
  {
    category: "manipulation",
    severity: "normal",
    action: { kind: "block", card: "not-allowed" },
    phrases: [
      "write|make|create|build|generate|code .. keylogger|malware|virus|ransomware|worm|trojan|spyware|phishing|botnet|rootkit|exploit|fake_news|payload|ddos|injection_attack|rainbow_table",
      "how|steps|instructions .. hack|crack|phish|bypass|breach .. password*|account|wifi|phone|facebook|instagram|school|bank|website|computer|voting|email|system|database",
      "hack .. facebook|instagram|account|password|wifi|teachers",
      "how|steps|instructions|tips .. commit|do .. fraud|identity_theft|tax_fraud|tax_evasion|scam|blackmail|money_laundering|bank_account_fraud",
      "sql injection .. attack|database",
      "pick|picking|bypass|disable .. lock|alarm|vault",
    ],
    unless: [fiction, "protect|prevent|defend|what_is"],
  },
];
