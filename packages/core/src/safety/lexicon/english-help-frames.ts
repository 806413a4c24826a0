import type { Rule } from "../rules/rule.ts";

const crisis = { kind: "support", card: "crisis" } as const;
const danger = { kind: "support", card: "danger" } as const;

const somebody = "friend*|sister|brother|she|he|they|cousin|classmate*|someone|boyfriend|girlfriend|mom|dad";
const stranger =
  "he|she|guy|man|woman|stranger|adult|older|someone|somebody|person|coach|teacher|tutor|uncle|neighbour|neighbor|boyfriend|online|friend|admin|instagram|discord|snapchat|roblox|tiktok|game";
const pictures =
  "pic|pics|picture*|photo*|selfie*|video*|nude|nudes|cam|webcam|camera|image|images|vid|vids|screenshots";
const sends = "send|sends|sending|sent|share|show|showing|take|post|leak|upload|spread|get|give";
const wants =
  "ask*|asking|want*|beg*|keeps|keep|told|tells|tell|said|says|pressur*|threat*|threaten*|forc*|made|makes|demand*|wont_stop|blackmail*|offer*|invited|invites|promised|promises|insists|trying|tried";
const adults =
  "dad|daddy|father|stepfather|stepdad|mom|mum|mother|stepmother|stepmom|brother|stepbrother|uncle|aunt|cousin|grandpa|grandfather|grandma|teacher|coach|tutor|neighbour|neighbor|priest|babysitter|boyfriend|girlfriend|man|guy|parents|family|someone|somebody|he|relative";
const hurts =
  "hit|hits|hitting|beat|beats|beating|slap|slaps|slapped|kick|kicks|kicked|punch|punches|punched|choke|chokes|choked|whip|whips|whipped|burn|burns|burned|hurt|hurts|hurting|bruise*|belt|shove*|throws|threw|strangle*";

/** The same by frames, in any order of words: what a child says in English that needs help. */
export const englishHelpFrames: readonly Rule[] = [
  {
    category: "self-harm",
    severity: "urgent",
    action: crisis,
    phrases: [
      "see|is|any|no|whats|what_is & point|reason|use & of_being|being_here|being_alive|living|of_life|to_live|going_on|anymore|of_staying",
      "think|thinking|thought|thoughts|thinks & ending|suicid*|dying|death|killing|end_it|not_being_here|hurting & it|myself|my_life|keep|about|of|all_the_time|i|me",
      "i|ive|im & cut|cutting|cutter|selfharm|self_harming|burning_myself|scratching_myself & again|stop|myself|arms|wrists|thighs|sleeves|relapsed|clean|scars|urge|urges",
      "how|whats|what|way|ways|easiest|painless|quick|quickest & die|dying|to_go|kill_myself|end_it|end_my & pain|painless|painlessly|without|fast|quick|quickly|easiest|way|hurt",
      "how|way|ways & to_die|do_i_die|can_i_die|kill_myself|kill_yourself|die_painless*|die_fast",
      "my|this|tonight|is & last_night|last_day|last_message|final_message|last_goodbye|final_goodbye & goodbye|everyone|tonight|alive|on_earth|here|my|sorry",
      "goodbye|sorry|farewell & everyone|all|mom|dad|world|friends|forever & tonight|last|cant|leaving|gone|love_you|be_here|take_it|anymore",
      "i & wrote|write|writing|written|leave|leaving|left & note|letter|goodbye & parents|find|family|after_im|when_im|goodbye|suicide|gone",
      `${somebody} & doesnt|dont|didnt|not & want|wants|wanna & live|be_alive|be_here|exist|wake_up`,
      `${somebody} & wants|want|going|gonna|trying|tried|threatened|said|says|told & to_die|die|kill_himself|kill_herself|kill_themselves|hurt_himself|hurt_herself|end_it|suicide|cutting`,
      "overdose*|overdosed|od & i|tried|want|last|again|pills|my",
      "i|im & burden|dead_weight|waste_of_space & everyone|them|family|people|better|all|parents|friends|just",
      "theyd|they|everyone|everybody|family|world|parents & better_off|happier|better & without_me|if_i|gone|dead|werent_here|wasnt_here|burden|i_was",
      "pills|tablets|medication|meds|razor|blade|knife|rope & hand|ready|front_of_me|saved|hidden|hiding|collected|take_them_all|next_to_me & i|my|right_now",
      "wish|hope|want|wanna|could|pray|let_me & fall_asleep|go_to_sleep|sleep & never|not|dont & wake|wake_up",
      "nobody|no_one|noone|anyone|who & notice*|miss|care|cares|cry & gone|died|dead|disappear*|vanish*|if_i|when_i|without_me",
      "rather|better_off|deserve*|wish & dead|die|be_dead|not_exist|never_born|not_be_alive|be_gone|disappear & i|im|me|than|be",
      "i|me & hurt*|harm*|punish*|hit|burn*|bite|scratch* & myself & feel*|bad|helps|sad|angry|stop|calm|better|numb",
      "dont|not|never|cant|no_longer & want|wanna|be|care & alive|exist*|here_anymore|be_here|to_live|live_anymore|living",
      "i & done|finished|over|tired|sick|exhausted & life|living|being_alive|existing|with_everything|of_everything & so|just|all|cant|anymore|im",
      "jump*|step*|walk* & bridge|roof|building|in_front_of|train|traffic|window & i|want|thought|thinking|feel|die",
      "wanna|want_to|gonna|going_to kms|kermit|unalive*|yeet_myself|off_myself",
      "kms|unaliv*|sewerslide|suicide_note",
    ],
    unless: [
      "romeo|juliet|hamlet|werther|novel|poem|character|chapter|prevent*|essay|paragraph|dive|dice|battery|phone",
      "kill|stop|end process|program|loop|linux|task",
    ],
  },
  {
    category: "eating-disorder",
    severity: "high",
    action: crisis,
    phrases: [
      "havent|havnt|not|dont|never|stop|stopped|stopping|without|avoid*|skip*|refuse* & eat|eaten|eats|eating|food|meal|meals|dinner|lunch & fat|thin|skinny|weight|lose|days|week|dizzy|calories|hide|hiding|parents|guilty|kg|lbs|ugly|faint*",
      "guilty|disgusted|disgusting|ashamed|hate & eat|ate|eating|food|my_body & every|i|myself|skip*|after|purge|throw",
      "friend*|sister|she|he & never_eats|doesnt_eat|not_eating|stopped_eating|skips_meals|throws_up & thin|fat|weight|bathroom|skinny|after|help",
      "only|just & eat|eating|ate & calories|apple|a_day & dizzy|weight|fat|thin|lose|faint*|i",
      "make|making|makes|made & myself|herself & throw_up|vomit|puke|sick|purge",
      "throw*|throwing|vomit*|puke*|purg* & after & eat|eating|meal*|food|every|dinner|lunch",
      "how & starve|throw_up|stop_eating|not_eat|purge|hide & lose|weight|eating|skinny|myself|parents|days|week",
      "week|days & without & eating|food & how|can|i|lose|survive",
    ],
    unless: ["cat|dog|bear|snake|camel|animal*|recipe"],
  },
  {
    category: "abuse-disclosed",
    severity: "urgent",
    action: danger,
    phrases: [
      `my|our|a|the ${adults} .. ${hurts} .. me|my_mom|my_mother|my_sister|my_brother|us`,
      `me & ${hurts} & ${adults} & drink*|drunk|angry|mad|belt|every|home|school|face|again|afraid|scared|in_front_of|always|when`,
      "my & mom|mum|mother|dad|father|parents|nobody|no_one & hasnt|havent|not|gone|left|isnt & home|came_back|come_back|days & days|food|alone|week|hungry|weeks",
      "no_food|nothing_to_eat|hungry|starving|dont_feed|not_fed & home|parents|days|mom|dad|alone|house & i|my|we|me|at",
      "follow*|following|stalk*|watching|chasing & me & man|someone|car|guy|stranger|home|school|he|person|scared",
      `${somebody} & bruise*|black_eye|marks|scars & dad|mom|father|mother|parents|did_it|home|uncle|stepdad|says`,
      "lock|locks|locked|locking|lock_me & me & room|outside|out|basement|closet|in & parents|mom|dad|food|they|he|she|stepmom|night",
      "knows|know|found & where_i_live|my_address|my_school|my_house & hurt|kill|come|scared|threat*|says|will|beat",
      "threat*|threatened|threatening|threatens & me|us & kill|hurt|beat|online|someone|he|knife|my_dad|messages",
      "kick*|threw|throw|throws|thrown & me & out & house|home|mom|dad|parents|they",
      "touched|touches|touching|touch|groped|kissed|kisses & me|my_body & didnt_want|dont_want|dont_like|didnt_like|uncomfortable|scared|private*|hate|stop|inappropriat*|no|without",
      "didnt_want|dont_want|against_my_will|forced & to|it|me & touch*|kiss*|sex|undress|things|he|someone|made|forced",
      "scared|afraid|terrified|unsafe|dont_feel_safe|not_safe|never_safe & home|go_home|my_house|of_him|of_my_dad|of_my_mom|dad|stepdad|parents",
      "raped|molested|sexually_abused|sexually_assaulted|abused & i|me|was|been|my|friend",
    ],
    unless: [
      "novel|story|book|character|chapter|poem|movie|game|chess|level|boss_fight|ball|goal|home_run|drum*|guitar",
    ],
  },
  {
    category: "grooming",
    severity: "urgent",
    action: danger,
    phrases: [
      `${stranger} & ${wants} & ${pictures} & me|my|for|of_me|send|naked|body|wearing|private|to`,
      `${wants}|says|said & ${sends} & my & ${pictures} & everyone|friends|online|unless|if|parents|school|money|all`,
      "loves_me|love_me|in_love|likes_me|dating|girlfriend|boyfriend|relationship & older|adult|is_18|is_19|is_20|is_21|is_22|is_23|is_24|is_25|is_26|is_27|is_28|is_29|is_30|is_31|is_32|is_33|is_34|is_35|is_40|years_old|teacher|coach & im|i_am|i|me|13|12|11|14|15",
      "coach|teacher|tutor & texts|text|texting|messages|dms|calls & me & night|special|pretty|beautiful|secret|late|mature|love",
      "special|mature|beautiful|pretty|different & for_my_age|than_other|not_like_other & he|coach|teacher|man|says|told",
      `${stranger} & bought|buys|gave|gives|sent|sends|offered|offers|promised & me & phone|money|gift*|robux|skins|clothes|presents|diamonds|vbucks & wants|want|asked|now|come|meet|pics|photo*|secret|house|return|owe`,
      `${stranger} & asks|asked|asking|wants_to_know|keeps_asking & home_alone|alone|where_i_live|my_address|what_im_wearing|what_i_am_wearing|if_im_a_virgin|my_school|my_parents_are & me|if|im|i|where|what`,
      "told|tells|says|said|asked|wants & delete|erase|clear & messages|chat|chats|texts|history|our & me|he|she|they",
      `${stranger} & wants|want|told|said|asked|says & move|switch|go|talk|chat & telegram|snapchat|whatsapp|discord|signal|private & nobody|no_one|me|see|parents|secret|us`,
      "how|what|way & get|make|gain|win|convince & year_old|child|kid|minor|little_girl|little_boy|young_girl & trust|meet|send|like_me|alone|secret",
      `${stranger} & sent|sends|showed|shows|shared & me|picture|photo & naked|nude*|private|without_clothes|himself|his_body|dick|genital*|inappropriate`,
      `${stranger} & dont|not|never & tell & mom|dad|parents|anyone|anybody|us|this|mum|friends|teacher & about|said|says|told|he|she|secret|us`,
      `${stranger} & wants|asked|invited|asking|want|told|insists & meet|come|go|hang_out|pick_me_up|visit & alone|his_house|his_place|hotel|in_person|secret|without|car|night|apartment`,
      "met|know|talk|talking|chatting & online|discord|roblox|instagram|snapchat|game|tiktok|internet & meet|meeting|alone|in_person|real_life|pick_me_up|his_place & me|i|us",
      "our|little|keep|between & secret & he|she|said|told|says|coach|teacher|uncle|man|between_us",
      "lie|lied|lying & about_his_age|his_age|her_age & online|he|man|older|turned_out",
      "sextort*|blackmail* & me|photos|video|pics|money|he|someone",
    ],
    unless: [
      "novel|story|character|how_to_protect|stay_safe|safety_lesson|lesson|homework|project|triangle|ratio|recipe|ingredient*",
    ],
  },
  {
    category: "distress",
    severity: "normal",
    action: crisis,
    phrases: [
      "feel*|feeling|im|am|i & empty|hopeless|worthless|numb|broken|depressed|lonely|so_alone|unloved|invisible|useless|overwhelmed|lost_inside & i|so|cant|anyone|nobody|all|every|inside",
      "no|any|dont_have & friends & alone|lonely|lunch|i|every|nobody|sad",
      "parents|mom_and_dad|mum_and_dad & divorc*|fight*|fighting|split*|separat*|yell* & my_fault|i|me|every|cant|sad|scared",
      "cant & cope|handle|take|breathe|stop_crying|stop_shaking|sleep|go_on|do_this & anymore|too_much|panic|everything|crying|anxious|i|scared|night",
      "died|passed_away|death|lost & grandma|grandpa|mom|dad|mother|father|friend|dog|brother|sister|cat & cry*|crying|miss|cant|sad|stop",
      "run|running|runaway & away & home|house & i|want|wanna|going|planning|my",
      "cry|crying|cried & every|all|myself|cant_stop|keep & i|night|day|sleep|im",
      "hate|hates|hated & myself|my_life|me & i|everyone|everybody|failure|such|all|they",
      "panic|anxiety & attack*|attacks|having & i|cant|im|help",
      "nobody|no_one|noone|everyone & cares|care|loves|likes|understands|listens|hates & me|about_me",
      "failure|disappointment|loser|mistake & i|im|am & such|just|my|everyone|parents|a",
    ],
    unless: ["homework|math|maths|exercise|problem|essay|character|poem|lol|question|novel|story"],
  },
];
